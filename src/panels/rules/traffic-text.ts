/** Protocol and port of a rule in two cells or in one, read and written. */

import { ruleTexts } from '../../i18n/index.ts';
import type { LocalText } from '../../model/index.ts';
import { formatTraffic, type Traffic } from '../inspector/traffic.ts';

/** A range as people read it. */
const dashed = (text: string): string => text.replaceAll(/(\d)-(\d)/g, '$1–$2');

export const trafficText = (traffic: Traffic, all: string): string => dashed(formatTraffic(traffic, all));

/** `TCP` of `TCP 443`, `IP 50` as it is. */
export function protocolText(traffic: Traffic, all: string): string {
  const text = formatTraffic(traffic, all);
  return text.startsWith('IP ') ? text : (text.split(' ')[0] ?? text);
}

/** `443` of `TCP 443`; the word for all where the protocol stands alone. */
export function portText(traffic: Traffic, all: string): string {
  const text = formatTraffic(traffic, all);
  if (text === all || text.startsWith('IP ')) return all;
  return dashed(text.split(' ')[1] ?? all);
}

/** Both cells as one text. */
export function trafficWritten(protocol: string, port: string, all: string): string {
  const isAll = (text: string): boolean => text.toLowerCase() === all.toLowerCase() || text === '*';
  return port === '' || isAll(port) || isAll(protocol) ? protocol : `${protocol} ${port}`;
}

export const ruleName = (number: string): LocalText => ({
  en: ruleTexts.en.row(number),
  ja: ruleTexts.ja.row(number),
});
