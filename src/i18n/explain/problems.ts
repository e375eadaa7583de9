/** Why a question cannot be asked, with a right example. */

import type { QuestionProblem } from '../../engine/index.ts';
import type { ExplainContext, Sentence } from './context.ts';
import { tell } from './sentence.ts';

const problems: Readonly<Record<QuestionProblem['code'], Sentence>> = {
  'unknown-end': {
    en: '{text} is neither a resource of the input nor an address. Write an id, a name, an IP address, a CIDR block or “internet”.',
    ja: '{text} は入力にあるリソースでもアドレスでもありません。ID、名前、IP アドレス、CIDR ブロック、または internet と書いてください。',
  },
  'ambiguous-end': {
    en: '{text} may mean several things. Write the id of one of them.',
    ja: '{text} に当てはまるものが複数あります。いずれかの ID で指定してください。',
  },
  'bad-protocol': {
    en: '{text} is not a protocol. Write tcp, udp, icmp, icmpv6, a number from 0 to 255, or -1 for all.',
    ja: '{text} はプロトコルではありません。tcp、udp、icmp、icmpv6、0 から 255 の番号、またはすべてを表す -1 と書いてください。',
  },
  'bad-port': {
    en: '{text} is not a list of ports. Write for example 443, or 80,443, or 1024-65535.',
    ja: '{text} はポートの一覧ではありません。例えば 443、80,443、1024-65535 のように書いてください。',
  },
  'bad-family': {
    en: '{text} is not an IP version. Write 4, 6 or both.',
    ja: '{text} は IP バージョンではありません。4、6、both のいずれかを書いてください。',
  },
  'end-without-interface': {
    en: '{text} has no network interface, so nothing can start or end there.',
    ja: '{text} にはネットワークインターフェイスがないため、通信の端にできません。',
  },
  'unsupported-end': {
    en: '{text} cannot be an end of a question.',
    ja: '{text} は質問の端に指定できません。',
  },
};

/** One or two sentences; the candidates are the caller's to list. */
export function explainProblem(problem: QuestionProblem, context: ExplainContext): string {
  const values = Object.values(problem.parameters);
  return tell(problems[problem.code], { text: values[0], ...problem.parameters }, context);
}
