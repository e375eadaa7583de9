/** The few hints of a first visit. */

import { section } from '../catalogue.ts';

export const hints = section(
  {
    label: 'Hint',
    vpc: 'Drag a VPC onto the canvas. Subnets go inside it.',
    tier: 'This word comes from routes alone. Select the subnet to see why.',
    path: 'Ask what reaches what: press P, then pick two resources.',
    findings: 'What deserves attention is listed here, each with a way to mend it.',
    close: 'Close the hint',
  },
  {
    label: 'ヒント',
    vpc: 'VPC をキャンバスにドラッグしてください。サブネットはその中に置きます。',
    tier: 'この区分はルートだけから判定します。サブネットを選ぶと理由を確認できます。',
    path: '到達できるかを調べるには、P を押してリソースを 2 つ選びます。',
    findings: '注意が必要な点と、その直し方がここに表示されます。',
    close: 'ヒントを閉じる',
  },
);
