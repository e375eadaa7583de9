/** The whole command line as a function: words in, exit code out, everything else through `io`. */

import type { Language, LocalText } from '../model/index.ts';
import type { Answer, Command, Format, Refusal, Request } from './command.ts';
import { commands } from './commands/index.ts';
import { commandHelp, helpText } from './help.ts';
import type { Io } from './io.ts';
import { nearest, parseOptions, type Arguments, type OptionDefinition } from './options.ts';
import { printJson } from './print-json.ts';
import { printMarkdown } from './print-markdown.ts';
import { printText, visible } from './print-text.ts';
import { sayIn } from './words.ts';

export type ExitCode = 0 | 1 | 2 | 3;

const common: readonly OptionDefinition[] = [
  {
    name: 'format',
    value: 'FORMAT',
    choices: ['text', 'json', 'markdown'],
    help: { en: 'text unless told', ja: '既定は text' },
  },
  { name: 'json', help: { en: 'the same as --format json', ja: '--format json と同じ' } },
  {
    name: 'strict',
    help: {
      en: 'assume nothing: what the input does not say is unknown',
      ja: '仮定をしない: 入力にないことは不明として扱う',
    },
  },
  {
    name: 'lang',
    value: 'LANGUAGE',
    choices: ['en', 'ja'],
    help: {
      en: 'the language of the answer; the locale’s unless told',
      ja: '回答の言語。既定はロケールの言語',
    },
  },
  { name: 'quiet', help: { en: 'no warnings on standard error', ja: '標準エラー出力に警告を出さない' } },
  { name: 'help', short: 'h', help: { en: 'this text', ja: 'この説明を表示' } },
  { name: 'version', help: { en: 'the version', ja: 'バージョンを表示' } },
];

/**
 * Runs one command line.
 * @param words the arguments after the program's name
 * @returns the exit code: 0 answered, 1 the answer fails what was asked, 2 usage or input, 3 a fault of ours
 */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(words, io);
  } catch (fault) {
    const told = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    io.stderr(`vpc-designer: this is a fault of vpc-designer ${io.version}, please report it:\n${told}\n`);
    return 3;
  }
}

async function dispatch(words: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = words;
  const command = commands.find(({ name }) => name === first);
  const parsed = parseOptions(command === undefined ? words : rest, [...(command?.options ?? []), ...common]);
  const language = languageOf(parsed.ok ? parsed.value : undefined, words, io);
  if (!parsed.ok) return refuse({ message: parsed.problem[language] }, command, language, io);

  const { flags } = parsed.value;
  if (flags.has('version')) {
    io.stdout(`${io.version}\n`);
    return 0;
  }
  if (flags.has('help')) {
    io.stdout(
      command === undefined ? helpText(commands, common, language) : commandHelp(command, common, language),
    );
    return 0;
  }
  if (command === undefined) return withoutCommand(parsed.value.positionals, language, io);
  return answer(command, requestOf(parsed.value, language, io));
}

/** `--lang`, also where the other words are wrong; else the locale. */
function languageOf(parsed: Arguments | undefined, words: readonly string[], io: Io): Language {
  const asked = parsed?.values.get('lang') ?? words[words.indexOf('--lang') + 1];
  if (asked === 'ja' || asked === 'en') return asked;
  return io.locale.startsWith('ja') ? 'ja' : 'en';
}

function withoutCommand(positionals: readonly string[], language: Language, io: Io): ExitCode {
  const [asked, topic] = positionals;
  if (asked === undefined) {
    io.stderr(helpText(commands, common, language));
    return 2;
  }
  if (asked === 'help') {
    const about = commands.find(({ name }) => name === topic);
    io.stdout(
      about === undefined ? helpText(commands, common, language) : commandHelp(about, common, language),
    );
    return 0;
  }
  const names = commands.map(({ name }) => name);
  const near = nearest(asked, names);
  const message: LocalText = {
    en: `there is no command ${asked}. ${near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${near}?`}`,
    ja: `コマンド ${asked} はありません。${near === undefined ? `使えるのは ${names.join('、')} です。` : `${near} ではありませんか。`}`,
  };
  return refuse({ message: message[language] }, undefined, language, io);
}

function requestOf(parsed: Arguments, language: Language, io: Io): Request {
  const quiet = parsed.flags.has('quiet');
  return {
    arguments: parsed,
    inputs: parsed.positionals,
    language,
    say: sayIn(language),
    io,
    strict: parsed.flags.has('strict') ? 'nothing' : 'stated',
    warn: (text) => {
      if (!quiet) io.stderr(`vpc-designer: ${visible(text)}\n`);
    },
  };
}

async function answer(command: Command, request: Request): Promise<ExitCode> {
  const { io, language } = request;
  const outcome = await command.run(request);
  if (!outcome.ok) return refuse(outcome.problem, command, language, io);
  print(outcome.value, formatOf(request.arguments), io);
  return outcome.value.kind === 'report' ? outcome.value.exit : 0;
}

function formatOf({ flags, values }: Arguments): Format {
  const asked = flags.has('json') ? 'json' : values.get('format');
  return asked === 'json' || asked === 'markdown' ? asked : 'text';
}

function print(answer: Answer, format: Format, io: Io): void {
  if (answer.kind === 'verbatim') {
    io.stdout(answer.text);
    return;
  }
  switch (format) {
    case 'json':
      for (const piece of printJson(answer.json())) io.stdout(piece);
      return;
    case 'markdown':
      io.stdout(printMarkdown(answer.blocks()));
      return;
    case 'text':
      for (const piece of printText(answer.blocks(), io.colors ? 'colored' : 'plain')) io.stdout(piece);
  }
}

/** Says why there is no answer. `--quiet` does not silence an error. */
function refuse(
  { message, notes = [] }: Refusal,
  command: Command | undefined,
  language: Language,
  io: Io,
): 2 {
  const name = command === undefined ? 'vpc-designer' : `vpc-designer ${command.name}`;
  const lines = [`${name}: ${message}`, ...notes.map((note) => `  ${note}`)];
  const help = command === undefined ? 'vpc-designer --help' : `vpc-designer ${command.name} --help`;
  const more = language === 'en' ? `${help} tells how it is used.` : `使い方: ${help}`;
  io.stderr([...lines, more].map((text) => `${visible(text)}\n`).join(''));
  return 2;
}
