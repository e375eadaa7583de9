/** Opening and starting: what the page says before anything is drawn. */

import { section } from '../catalogue.ts';

export const files = section(
  {
    heading: 'Draw a network, or open one',
    privacy: 'Everything stays in this browser. Nothing is uploaded, no account is needed.',
    dropHeading: 'Drop files or a folder here',
    dropBody: 'Output of the AWS CLI, or a saved design',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    pasteHeading: 'Paste AWS CLI output',
    pasteLabel: 'AWS CLI output',
    pasteExample:
      'aws ec2 describe-vpcs\naws ec2 describe-subnets\naws ec2 describe-route-tables\nPaste one result or many, in any order.',
    pasteRead: 'Read it',
    pasteHint: 'Or paste anywhere outside a field.',
    blank: 'Blank canvas',
    blankBody: 'Drag a VPC in from the left, or press Enter on it.',
    startDrawing: 'Start drawing',
    dropNow: 'Drop to open',
    dropNowBody: 'AWS CLI output as .json, a folder of it, or a saved design (.vpcd.json)',
    open: 'Open',
    openFolder: 'Open a folder',
    reviewShow: 'Show the report',
    opened: (name: string) => `${name} is open.`,
  },
  {
    heading: 'ネットワークを描く、または開く',
    privacy: 'すべてこのブラウザーの中で処理します。アップロードもアカウントも不要です。',
    dropHeading: 'ファイルやフォルダーをここにドロップ',
    dropBody: 'AWS CLI の出力、または保存したデザイン',
    chooseFiles: 'ファイルを選択',
    chooseFolder: 'フォルダーを選択',
    pasteHeading: 'AWS CLI の出力を貼り付け',
    pasteLabel: 'AWS CLI の出力',
    pasteExample:
      'aws ec2 describe-vpcs\naws ec2 describe-subnets\naws ec2 describe-route-tables\n1 つでも複数でも、順序を問わず貼り付けられます。',
    pasteRead: '読み取る',
    pasteHint: '入力欄の外ならどこでも貼り付けられます。',
    blank: '白紙のキャンバス',
    blankBody: '左から VPC をドラッグするか、選んで Enter を押してください。',
    startDrawing: '描き始める',
    dropNow: 'ドロップして開く',
    dropNowBody: 'AWS CLI の出力 (.json)、そのフォルダー、または保存したデザイン (.vpcd.json)',
    open: '開く',
    openFolder: 'フォルダーを開く',
    reviewShow: '読み取り結果を表示',
    opened: (name) => `${name} を開きました。`,
  },
);
