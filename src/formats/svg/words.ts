/** What a picture says of itself in words: its title block and its description for those who don't see it. */

import type { LocalText } from '../../model/index.ts';

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const svgWords = {
  findings: { en: 'Findings', ja: '指摘' } satisfies LocalText,
  counts: {
    en: (vpcs: number, subnets: number, others: number): string =>
      `${many(vpcs, 'VPC')}, ${many(subnets, 'subnet')}, ${many(others, 'other resource')}`,
    ja: (vpcs: number, subnets: number, others: number): string =>
      `VPC ${vpcs} 個、サブネット ${subnets} 個、その他のリソース ${others} 個`,
  },
  severities: {
    en: { error: 'error', warning: 'warning', note: 'note' },
    ja: { error: 'エラー', warning: '警告', note: '注記' },
  },
  counted: {
    en: (count: number, word: string): string => many(count, word),
    ja: (count: number, word: string): string => `${word} ${count} 件`,
  },
  networkDiagram: { en: 'Network diagram', ja: 'ネットワーク図' } satisfies LocalText,
} as const;
