/** What AWS makes along with a VPC and nobody wrote down: how it is called by the id that answers give it. */

import type { ResourceId } from './design.ts';
import type { LocalText } from './text.ts';

const implied: readonly (readonly [end: string, text: LocalText])[] = [
  ['.main', { en: 'the main route table of {vpc}', ja: '{vpc} のメインルートテーブル' }],
  [
    '.DefaultNetworkAcl',
    { en: 'the default network ACL of {vpc}', ja: '{vpc} のデフォルトネットワーク ACL' },
  ],
  [
    '.DefaultSecurityGroup',
    { en: 'the default security group of {vpc}', ja: '{vpc} のデフォルトセキュリティグループ' },
  ],
];

/** The VPC of such a thing, and what it is called with `{vpc}` for the VPC; undefined for an id of any other. */
export function impliedByVpc(id: string): { readonly vpc: ResourceId; readonly text: LocalText } | undefined {
  const found = implied.find(([end]) => id.endsWith(end));
  return found && { vpc: id.slice(0, -found[0].length), text: found[1] };
}
