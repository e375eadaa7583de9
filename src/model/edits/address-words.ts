/** What is wrong with a text that should be an address or a block, with a right example. */

import type { AddressProblem } from '../../net/index.ts';
import type { LocalText } from '../text.ts';

/** A sentence for a problem of reading; `example` is a right value for the place it was typed in. */
export function addressProblemText(problem: AddressProblem, example: string): LocalText {
  const { part } = problem;
  const such = { en: `for example ${example}`, ja: `例: ${example}` };
  switch (problem.code) {
    case 'empty':
      return {
        en: `Write an address block, ${such.en}.`,
        ja: `CIDR ブロックを入力してください (${such.ja})。`,
      };
    case 'octet-range':
      return {
        en: `${part} is over 255. Write four numbers from 0 to 255, ${such.en}.`,
        ja: `${part} は 255 を超えています。0～255 の数字を 4 つ入力してください (${such.ja})。`,
      };
    case 'leading-zero':
      return {
        en: `${part} starts with a zero. Write the numbers without leading zeros, ${such.en}.`,
        ja: `${part} は 0 で始まっています。先頭の 0 を除いて入力してください (${such.ja})。`,
      };
    case 'no-prefix':
      return {
        en: `${part} has no prefix length. Write it after a slash, ${such.en}.`,
        ja: `${part} にプレフィックス長がありません。スラッシュの後に入力してください (${such.ja})。`,
      };
    case 'prefix-range':
      return {
        en: `${part} is no prefix length of this address. Write one, ${such.en}.`,
        ja: `${part} はこのアドレスのプレフィックス長として使えません (${such.ja})。`,
      };
    case 'zone-id':
      return {
        en: `${part} is a zone of one computer. Leave it out, ${such.en}.`,
        ja: `${part} は個々の機器のゾーン指定です。除いて入力してください (${such.ja})。`,
      };
    case 'ipv4-mapped':
      return {
        en: `${part} mixes IPv4 and IPv6. Write one of them, ${such.en}.`,
        ja: `${part} は IPv4 と IPv6 が混在しています。どちらかで入力してください (${such.ja})。`,
      };
    case 'two-compressions':
      return {
        en: `${part} has :: twice. Write it once, ${such.en}.`,
        ja: `${part} には :: が 2 回あります。1 回だけ使えます (${such.ja})。`,
      };
    case 'not-an-address':
      return {
        en: `“${part}” is not an address. Write four numbers from 0 to 255, ${such.en}.`,
        ja: `「${part}」はアドレスとして読み取れません。0～255 の数字を 4 つ入力してください (${such.ja})。`,
      };
  }
}
