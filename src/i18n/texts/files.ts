/** Opening and starting: what the page says before anything is drawn. */

import { section } from '../catalogue.ts';

export const files = section(
  {
    heading: 'Draw a network, or open one',
    privacy: 'Everything stays in this browser. Nothing is uploaded, no account is needed.',
    dropHeading: 'Drop files or a folder here',
    dropBody: 'AWS CLI output, a saved design, or a picture that this app exported',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    pasteHeading: 'Paste AWS CLI output',
    pasteLabel: 'AWS CLI output',
    pasteExample:
      '$ aws ec2 describe-vpcs\n$ aws ec2 describe-subnets\n$ aws ec2 describe-route-tables\npaste one result or many, in any order',
    pasteRead: 'Read it',
    pasteBefore: 'Or press',
    pasteAfter: 'anywhere on the canvas',
    showCommands: 'Show the commands to run',
    hideCommands: 'Back to pasting',
    dropNow: 'Drop to open',
    dropNowMany: (count: number) => `Drop ${count} files to open them`,
    dropNowBody:
      'AWS CLI output (.json), a folder of it, a saved design (.vpcd.json), or a picture with a design inside (.svg, .png)',
    openFolder: 'Open a folder',
    recent: 'Recent',
    elsewhere: 'Open in another tab, shown only',
    restoredFrom: (time: string) => `Restored from ${time}`,
    download: 'Download',
    takeOver: 'Take over',
  },
  {
    heading: 'ネットワークを描く、または開く',
    privacy: 'すべてこのブラウザーの中で処理します。アップロードもアカウントも不要です。',
    dropHeading: 'ファイルやフォルダーをここにドロップ',
    dropBody: 'AWS CLI の出力、保存したデザイン、または書き出した図',
    chooseFiles: 'ファイルを選択',
    chooseFolder: 'フォルダーを選択',
    pasteHeading: 'AWS CLI の出力を貼り付け',
    pasteLabel: 'AWS CLI の出力',
    pasteExample:
      '$ aws ec2 describe-vpcs\n$ aws ec2 describe-subnets\n$ aws ec2 describe-route-tables\n1 つでも複数でも、順序を問わず貼り付けられます',
    pasteRead: '読み取る',
    pasteBefore: 'または、キャンバスで',
    pasteAfter: 'を押して貼り付け',
    showCommands: '実行するコマンドを表示',
    hideCommands: '貼り付けに戻る',
    dropNow: 'ドロップして開く',
    dropNowMany: (count) => `ドロップして ${count} 件のファイルを開く`,
    dropNowBody:
      'AWS CLI の出力 (.json)、そのフォルダー、保存したデザイン (.vpcd.json)、デザインを埋め込んだ図 (.svg、.png)',
    openFolder: 'フォルダーを開く',
    recent: '最近のデザイン',
    elsewhere: '別のタブで編集中、表示のみ',
    restoredFrom: (time) => `${time} の状態に復元`,
    download: 'ダウンロード',
    takeOver: '引き継ぐ',
  },
);
