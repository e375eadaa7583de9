/** `convert`: writes the design that the inputs make, in another form. */

import { failure, success, type Result } from '../../net/index.ts';
import { report, type Answer, type Command, type Refusal, type Request } from '../command.ts';
import { readInputDesign } from '../input.ts';
import { schemaOf } from '../json.ts';
import { outputFormats, type OutputFormat } from '../output-formats.ts';
import { line } from '../report.ts';
import { sayIn } from '../words.ts';

export const convert: Command = {
  name: 'convert',
  summary: {
    en: 'Writes the network as a design file or as a drawing.',
    ja: 'ネットワークをデザインファイルまたは図として書き出します。',
  },
  usage: 'INPUT… -o FILE [--to FORMAT] [--theme THEME]',
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      help: { en: 'the file to write; - for standard output', ja: '書き出すファイル。- は標準出力' },
    },
    {
      name: 'to',
      value: 'FORMAT',
      choices: outputFormats.map(({ name }) => name),
      help: {
        en: 'the form; told by the file’s ending otherwise',
        ja: '形式。指定がなければファイルの拡張子で決定',
      },
    },
    {
      name: 'theme',
      value: 'THEME',
      choices: ['light', 'dark'],
      help: { en: 'of a drawing; light unless told', ja: '図の配色。既定は light' },
    },
  ],
  run: async (request) => {
    const target = targetOf(request);
    if (!target.ok) return target;
    const input = await readInputDesign(request);
    if (!input.ok) return input;
    const theme = request.arguments.values.get('theme') === 'dark' ? 'dark' : 'light';
    const text = target.value.format.write(input.value, { language: request.language, theme });
    return write(target.value.file, target.value.format, text, request);
  },
};

interface Target {
  readonly file: string;
  readonly format: OutputFormat;
}

function targetOf({ arguments: { values }, language }: Request): Result<Target, Refusal> {
  const file = values.get('output');
  if (file === undefined) {
    const message = {
      en: 'there is no file to write to. Write for example: -o network.svg',
      ja: '書き出すファイルがありません。例: -o network.svg',
    };
    return failure({ message: message[language] });
  }
  const asked = values.get('to');
  const format = outputFormats.find(({ name, endings }) =>
    asked === undefined ? endings.some((ending) => file.toLowerCase().endsWith(ending)) : name === asked,
  );
  if (format !== undefined) return success({ file, format });
  const endings = outputFormats.flatMap((each) => each.endings).join(', ');
  const message = {
    en: `${file}: the ending does not say which form to write. End it in one of ${endings}, or add --to ${outputFormats[0]?.name ?? ''}.`,
    ja: `${file}: 拡張子から形式が分かりません。${endings} のいずれかにするか、--to ${outputFormats[0]?.name ?? ''} を付けてください。`,
  };
  return failure({ message: message[language] });
}

async function write(
  file: string,
  format: OutputFormat,
  text: string,
  { io, language }: Request,
): Promise<Result<Answer, Refusal>> {
  if (file === '-') return success({ kind: 'verbatim', text });
  const written = await io.writeFile(file, text);
  if (!written.ok) {
    const { detail } = written.problem;
    const message = {
      en: `${file}: it cannot be written (${detail}). What was there is untouched.`,
      ja: `${file}: 書き出せません (${detail})。既存のファイルはそのままです。`,
    };
    return failure({ message: message[language] });
  }
  const json = () => ({ schema: schemaOf('convert'), file, format: format.name });
  return success(report(json, () => [line(`${sayIn(language)('written')}: ${file}`)]));
}
