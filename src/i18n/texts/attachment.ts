/** What a gateway is attached to, and whether anything leads to it. */

import { section } from '../catalogue.ts';

export const attachment = section(
  {
    heading: 'Attachment',
    attachedTo: 'Attached to',
    notAttached: 'Not attached to a VPC',
    noRoute: 'No route leads to it yet. Connect a subnet to it, or add a route with it as the target.',
  },
  {
    heading: 'アタッチメント',
    attachedTo: 'アタッチ先',
    notAttached: 'VPC にアタッチされていません',
    noRoute:
      'このゲートウェイへのルートはまだありません。サブネットを接続するか、ターゲットに指定したルートを追加してください。',
  },
);
