/** `collect`: prints the script that captures an account. */

import { failure, success } from '../../net/index.ts';
import { collectScript } from '../collect-script.ts';
import type { Command } from '../command.ts';

export const collect: Command = {
  name: 'collect',
  summary: {
    en: 'Prints a shell script of read-only AWS CLI commands that captures an account.',
    ja: 'アカウントの構成を取得する、読み取り専用の AWS CLI コマンドのシェルスクリプトを出力。',
  },
  usage: '[--regions REGION,…] [--profile NAME] [--vpc ID] > collect.sh',
  options: [
    {
      name: 'regions',
      value: 'REGION,…',
      help: { en: 'every enabled Region unless told', ja: '既定は有効なすべてのリージョン' },
    },
    {
      name: 'profile',
      value: 'NAME',
      help: { en: 'a profile of the AWS CLI', ja: 'AWS CLI のプロファイル' },
    },
    { name: 'vpc', value: 'ID', help: { en: 'one VPC alone', ja: '1 つの VPC だけ' } },
  ],
  run: ({ arguments: { values }, inputs, language }) => {
    if (inputs.length > 0) {
      const message = {
        en: `collect reads no input: ${inputs.join(', ')}. It prints a script; run that where the AWS CLI is.`,
        ja: `collect に入力は不要です: ${inputs.join('、')}。出力されたスクリプトを AWS CLI のある環境で実行してください。`,
      };
      return Promise.resolve(failure({ message: message[language] }));
    }
    const regions = (values.get('regions') ?? '').split(/[,\s]+/u).filter((region) => region !== '');
    const text = collectScript({ regions, profile: values.get('profile'), vpc: values.get('vpc') });
    return Promise.resolve(success({ kind: 'verbatim', text }));
  },
};
