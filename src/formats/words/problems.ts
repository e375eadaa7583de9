/** The sentences about what a reader could not use: what it is and why, with the way out, in both languages. */

import type { LocalText } from '../../model/index.ts';

interface ProblemWords {
  readonly what: LocalText;
  readonly why: LocalText;
}

const asUnknown = { en: 'It counts as unknown.', ja: '不明な値として扱います。' } as const;

export const problems = {
  // Files as a whole
  empty: {
    what: { en: 'Empty file', ja: '空のファイル' },
    why: {
      en: 'There is nothing in it. If a command wrote it, the command returned nothing.',
      ja: '内容がありません。コマンドの出力であれば、コマンドが何も返していません。',
    },
  },
  binary: {
    what: { en: 'Binary file ({type})', ja: 'バイナリファイル ({type})' },
    why: {
      en: 'Inputs are text. For a Terraform plan run: terraform show -json plan.out > plan.json',
      ja: '入力はテキストです。Terraform のプランは次のコマンドで変換してください: terraform show -json plan.out > plan.json',
    },
  },
  encoding: {
    what: { en: 'Text that looks like {guess}', ja: '{guess} と思われるテキスト' },
    why: {
      en: 'Byte {offset} is not UTF-8. UTF-8 and UTF-16 are read: save the file in one of them.',
      ja: '{offset} バイト目が UTF-8 ではありません。UTF-8 または UTF-16 で保存してください。',
    },
  },
  'too-large': {
    what: { en: 'File of {size} MB', ja: '{size} MB のファイル' },
    why: {
      en: 'The limit is {limit} MB. Split the input by account or Region.',
      ja: '上限は {limit} MB です。アカウントまたはリージョンごとに分けてください。',
    },
  },
  'too-many-resources': {
    what: { en: '{count} resources', ja: '{count} 個のリソース' },
    why: {
      en: 'The limit is {limit}. Split the input by account or Region.',
      ja: '上限は {limit} 個です。アカウントまたはリージョンごとに分けてください。',
    },
  },
  'too-many-files': {
    what: { en: '{count} more files', ja: '残り {count} 個のファイル' },
    why: {
      en: 'At most {limit} files are read at once.',
      ja: '一度に読み取れるのは {limit} 個までです。',
    },
  },
  skipped: {
    what: { en: 'File left out', ja: '対象外のファイル' },
    why: {
      en: 'Hidden folders, node_modules, binaries and backups of Terraform state are not read.',
      ja: '隠しフォルダー、node_modules、バイナリ、Terraform ステートのバックアップは読み取りません。',
    },
  },
  'no-json': {
    what: { en: 'Text without JSON', ja: 'JSON を含まないテキスト' },
    why: {
      en: 'Inputs are designs (.vpcd.json) and AWS CLI output in JSON, for example: aws ec2 describe-vpcs --output json > vpcs.json',
      ja: '入力はデザイン (.vpcd.json) と AWS CLI の JSON 出力です。例: aws ec2 describe-vpcs --output json > vpcs.json',
    },
  },
  'unknown-document': {
    what: { en: 'JSON with {members}', ja: '{members} を含む JSON' },
    why: {
      en: 'It is neither a design nor the output of an AWS CLI command that is known here.',
      ja: 'デザインでも、既知の AWS CLI コマンドの出力でもありません。',
    },
  },
  'aws-error': {
    what: { en: 'AWS error {error}', ja: 'AWS のエラー {error}' },
    why: {
      en: 'The command failed, so nothing is known about what it asks for. Run it again with valid credentials and permissions.',
      ja: 'コマンドが失敗したため、その内容は不明です。有効な認証情報と権限で再実行してください。',
    },
  },
  'aws-error-permission': {
    what: { en: 'AWS error {error}', ja: 'AWS のエラー {error}' },
    why: {
      en: 'The command failed, so nothing is known about what it asks for. It needs the IAM action {action}.',
      ja: 'コマンドが失敗したため、その内容は不明です。IAM アクション {action} が必要です。',
    },
  },
  'no-credentials': {
    what: { en: 'Message of the AWS CLI', ja: 'AWS CLI のメッセージ' },
    why: {
      en: 'It found no valid credentials. Sign in and run the command again.',
      ja: '有効な認証情報がありません。サインインしてコマンドを再実行してください。',
    },
  },
  'command-usage': {
    what: { en: 'Message of the AWS CLI', ja: 'AWS CLI のメッセージ' },
    why: {
      en: 'The command was not understood. Correct it and run it again.',
      ja: 'コマンドの指定に誤りがあります。修正して再実行してください。',
    },
  },
  html: {
    what: { en: 'HTML page', ja: 'HTML ページ' },
    why: {
      en: 'A sign-in or error page was saved in place of the output. Run the command again.',
      ja: '出力の代わりにサインインページやエラーページが保存されています。コマンドを再実行してください。',
    },
  },
  xml: {
    what: { en: 'XML file', ja: 'XML ファイル' },
    why: { en: 'XML of this kind is not read.', ja: 'この種類の XML は読み取れません。' },
  },
  svg: {
    what: { en: 'SVG picture', ja: 'SVG 画像' },
    why: {
      en: 'There is no design inside: it is a picture only. Editors and optimisers often remove it; open the design file instead.',
      ja: 'デザインが埋め込まれていません。画像のみのファイルです。編集や最適化で失われることがあるため、デザインファイルを開いてください。',
    },
  },
  'svg-damaged': {
    what: { en: 'SVG picture', ja: 'SVG 画像' },
    why: {
      en: 'The design inside can not be read: {reason} Export the picture again, or open the design file.',
      ja: '埋め込まれたデザインを読み取れません: {reason}もう一度エクスポートするか、デザインファイルを開いてください。',
    },
  },
  png: {
    what: { en: 'PNG picture', ja: 'PNG 画像' },
    why: {
      en: 'There is no design inside: it is a picture only. Chats and editors often remove it; send the file itself, or the design file.',
      ja: 'デザインが埋め込まれていません。画像のみのファイルです。チャットや編集ソフトで失われることがあるため、元のファイルかデザインファイルを使ってください。',
    },
  },
  'png-damaged': {
    what: { en: 'PNG picture', ja: 'PNG 画像' },
    why: {
      en: 'The design inside can not be read: {reason} Export the picture again, or open the design file.',
      ja: '埋め込まれたデザインを読み取れません: {reason}もう一度エクスポートするか、デザインファイルを開いてください。',
    },
  },
  drawio: {
    what: { en: 'draw.io diagram', ja: 'draw.io の図' },
    why: { en: 'draw.io files are not read.', ja: 'draw.io のファイルは読み取れません。' },
  },
  'cli-output': {
    what: { en: 'AWS CLI output as {form}', ja: '{form} 形式の AWS CLI 出力' },
    why: {
      en: 'Only JSON is read. Run the command again with --output json',
      ja: 'JSON のみ読み取れます。--output json を付けて再実行してください。',
    },
  },
  cloudformation: {
    what: { en: 'CloudFormation template', ja: 'CloudFormation テンプレート' },
    why: { en: 'Templates are not read yet.', ja: 'テンプレートの読み取りにはまだ対応していません。' },
  },
  terraform: {
    what: { en: 'Terraform {form}', ja: 'Terraform の{form}' },
    why: {
      en: 'Terraform files are not read yet.',
      ja: 'Terraform のファイルの読み取りにはまだ対応していません。',
    },
  },

  // Places in a text
  truncated: {
    what: {
      en: 'The file ends in the middle of {pointer}',
      ja: 'ファイルが {pointer} の途中で終わっています',
    },
    why: {
      en: 'What is complete before that place is used; what was cut off is unknown.',
      ja: 'その手前までの完全な要素を使います。切れた部分は不明です。',
    },
  },
  syntax: {
    what: { en: 'No valid JSON in {pointer}', ja: '{pointer} の JSON が不正です' },
    why: {
      en: 'What is complete before that place is used; what follows it is unknown.',
      ja: 'その手前までの完全な要素を使います。それ以降は不明です。',
    },
  },
  'too-deep': {
    what: { en: 'Values nested deeper than {limit} levels', ja: '{limit} 段を超える入れ子' },
    why: { en: 'The file is refused.', ja: 'ファイルを読み取りません。' },
  },
  'forbidden-key': {
    what: { en: 'The name __proto__', ja: '__proto__ という名前' },
    why: {
      en: 'It may not be used as a name. The file is refused.',
      ja: '名前として使えません。ファイルを読み取りません。',
    },
  },
  'duplicate-key': {
    what: { en: '{pointer} is given twice', ja: '{pointer} が重複しています' },
    why: {
      en: 'It stands at {first} and at {second}. Remove one; the design is refused.',
      ja: '{first} と {second} にあります。どちらかを削除してください。デザインを読み取りません。',
    },
  },

  // Values
  'wrong-type': {
    what: { en: '{member} is {found}', ja: '{member} が {found} です' },
    why: {
      en: 'It should be {expected}. It is left out.',
      ja: '{expected} である必要があります。読み飛ばします。',
    },
  },
  'bad-member': {
    what: { en: '{member} has a value that is not allowed', ja: '{member} の値が不正です' },
    why: {
      en: `It should be {expected}, and is {found}. ${asUnknown.en}`,
      ja: `{expected} である必要がありますが、{found} です。${asUnknown.ja}`,
    },
  },
  'bad-address': {
    what: { en: '{text} in {member}', ja: '{member} の {text}' },
    why: { en: `{reason} ${asUnknown.en}`, ja: `{reason}${asUnknown.ja}` },
  },
  'bad-ports': {
    what: { en: 'Ports {from} to {to}', ja: 'ポート {from}～{to}' },
    why: {
      en: 'Ports are 0 to 65535, the first not above the last; ICMP types and codes are -1 to 255. The rule counts as unknown.',
      ja: 'ポートは 0～65535 (先頭は末尾以下)、ICMP のタイプとコードは -1～255 です。ルールを不明として扱います。',
    },
  },
  'bad-rule-number': {
    what: { en: 'Rule number {number}', ja: 'ルール番号 {number}' },
    why: {
      en: 'Rule numbers are 1 to 32766. The entries of the network ACL count as unknown.',
      ja: 'ルール番号は 1～32766 です。このネットワーク ACL のエントリを不明として扱います。',
    },
  },
  'too-long': {
    what: { en: '{member} of {length} characters', ja: '{length} 文字の {member}' },
    why: { en: `The limit is {limit}. ${asUnknown.en}`, ja: `上限は {limit} 文字です。${asUnknown.ja}` },
  },

  // Designs
  'no-schema': {
    what: { en: 'Design without a schema', ja: 'schema のないデザイン' },
    why: {
      en: 'The first member is "schema": "vpc-designer/design@1".',
      ja: '先頭のメンバーは "schema": "vpc-designer/design@1" です。',
    },
  },
  'newer-version': {
    what: { en: 'Design of version {version}', ja: 'バージョン {version} のデザイン' },
    why: {
      en: 'This program knows versions up to {current}. The design is read-only here; a newer program can change it.',
      ja: 'このプログラムが扱えるのはバージョン {current} までです。読み取り専用で開きます。変更するには新しいプログラムを使ってください。',
    },
  },
  'unknown-kind': {
    what: { en: '{id} of the kind {kind}', ja: '{kind} という種類の {id}' },
    why: {
      en: 'This kind is not known here. It is kept as it is and not judged.',
      ja: 'この種類には対応していません。そのまま保持し、判定には使いません。',
    },
  },
  'unknown-member': {
    what: { en: '{member} of {id}', ja: '{id} の {member}' },
    why: {
      en: 'This member is not known here. It is kept as it is and not judged.',
      ja: 'このメンバーには対応していません。そのまま保持し、判定には使いません。',
    },
  },
  'bad-id': {
    what: { en: 'The id {id}', ja: 'ID {id}' },
    why: {
      en: 'Ids have 1 to 256 printable characters. The resource is kept as it is and not judged.',
      ja: 'ID は 1～256 文字の印字可能な文字です。リソースをそのまま保持し、判定には使いません。',
    },
  },
  'bad-resource': {
    what: { en: '{id} is no resource', ja: '{id} はリソースではありません' },
    why: {
      en: 'A resource is an object with a kind. It is kept as it is and not judged.',
      ja: 'リソースは kind を持つオブジェクトです。そのまま保持し、判定には使いません。',
    },
  },
  'bad-entry': {
    what: { en: '{entry}', ja: '{entry}' },
    why: {
      en: 'It has not the shape of a design file. It is left out.',
      ja: 'デザインファイルの形式と異なります。読み飛ばします。',
    },
  },

  // AWS CLI output
  'not-modelled': {
    what: { en: '{count} in {key}', ja: '{key} の {count} 件' },
    why: {
      en: '{command}: this kind is not modelled yet.',
      ja: '{command}: この種類にはまだ対応していません。',
    },
  },
  'unknown-key': {
    what: { en: '{key}', ja: '{key}' },
    why: {
      en: 'No command that is known here answers with it.',
      ja: 'この名前で応答する既知のコマンドはありません。',
    },
  },
  reshaped: {
    what: { en: 'Elements without their ids', ja: 'ID のない要素' },
    why: {
      en: 'The output was reshaped with --query, and ids are never guessed. Run: {command}',
      ja: '--query で変形された出力です。ID は推測しません。次を実行してください: {command}',
    },
  },
  'no-id': {
    what: { en: 'Element without {member}', ja: '{member} のない要素' },
    why: { en: 'It is left out: ids are never guessed.', ja: '読み飛ばします。ID は推測しません。' },
  },
  'no-resource': {
    what: { en: 'A detail of {id}', ja: '{id} の詳細' },
    why: {
      en: '{id} itself is in no input. It is left out.',
      ja: '{id} そのものの情報がありません。読み飛ばします。',
    },
  },
  'no-list-id': {
    what: { en: 'Entries of a prefix list', ja: 'プレフィックスリストのエントリ' },
    why: {
      en: 'The output does not say which list they belong to. Name the file get-managed-prefix-list-entries.<prefix list id>.json, or add a member "PrefixListId".',
      ja: 'どのリストのエントリかが出力からわかりません。ファイル名を get-managed-prefix-list-entries.<プレフィックスリスト ID>.json にするか、"PrefixListId" を追加してください。',
    },
  },
  'bad-tag': {
    what: { en: 'The tag {key}', ja: 'タグ {key}' },
    why: {
      en: 'It can not be kept under this name. It is left out.',
      ja: 'この名前では保持できません。読み飛ばします。',
    },
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;
