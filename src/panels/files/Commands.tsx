/** The commands whose output is read: they ask AWS and change nothing. */

import { startTexts } from '../../i18n/index.ts';
import { useTexts } from '../../ui/index.ts';
import { CopyBlock } from '../parts/CopyBlock.tsx';
import styles from './EmptyState.module.css';

const asked = [
  'describe-vpcs',
  'describe-subnets',
  'describe-route-tables',
  'describe-network-acls',
  'describe-security-groups',
  'describe-internet-gateways',
  'describe-egress-only-internet-gateways',
  'describe-nat-gateways',
  'describe-network-interfaces',
  'describe-instances',
  'describe-addresses',
  'describe-managed-prefix-lists',
  'describe-vpc-block-public-access-options',
] as const;

export default function Commands() {
  const texts = useTexts(startTexts);
  return (
    <div className={styles.commands}>
      <p className={styles.body}>{texts.commandsBody}</p>
      <div className={styles.commandList} tabIndex={0} role="group" aria-label={texts.commands}>
        <CopyBlock commands={asked.map((command) => `aws ec2 ${command} --output json > ${command}.json`)} />
      </div>
    </div>
  );
}
