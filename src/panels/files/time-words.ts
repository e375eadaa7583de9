/** When something was kept, as people say it: the time today, the day before that. */

import type { Language } from '../../model/index.ts';

const dayOf = (time: number): string => new Date(time).toDateString();

export function timeWords(time: number, now: number, language: Language): string {
  const date = new Date(time);
  if (dayOf(time) === dayOf(now)) {
    return date.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  }
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString(language, {
    day: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}
