/** What assistive technology calls a thing: its name, kind, place, tier, addresses, and how many findings it has. */

import type { Badge } from '../app/index.ts';
import { lookOf, shownTiers, tierLooks, type DrawingFacts, type Tiers } from '../drawing/index.ts';
import { containerOf, definitionOf, known, titleOf, type Language, type Resource } from '../model/index.ts';

export interface NamingInput {
  readonly tiers: Tiers;
  readonly badges: Readonly<Record<string, Badge>>;
  readonly language: Language;
}

const severityWords: Readonly<
  Record<Badge['severity'], Readonly<Record<Language, (count: number) => string>>>
> = {
  error: {
    en: (count) => (count === 1 ? '1 error' : `${count} errors`),
    ja: (count) => `エラー ${count} 件`,
  },
  warning: {
    en: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
    ja: (count) => `警告 ${count} 件`,
  },
  note: { en: (count) => (count === 1 ? '1 note' : `${count} notes`), ja: (count) => `注記 ${count} 件` },
};

const placeWords: Readonly<Record<Language, (container: string) => string>> = {
  en: (container) => `in ${container}`,
  ja: (container) => `${container} 内`,
};

const publicWords = { en: 'public address', ja: 'パブリックアドレス' };

/** A kind's label as it stands inside a sentence. */
const kindWord = (resource: Resource, language: Language): string => {
  const label = definitionOf(resource.kind).label[language];
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
};

const untoldWords = { en: 'tier cannot be told', ja: '区分は判定できない' };

function tierWord({ tiers, language }: NamingInput, id: string, resource: Resource | undefined): string[] {
  const pair = Object.hasOwn(tiers, id) ? tiers[id] : undefined;
  if (resource?.kind !== 'subnet' || !pair) return [];
  const { own } = shownTiers(resource, pair);
  if (own === 'undetermined') return [untoldWords[language]];
  const word = tierLooks[own].word[language];
  return [language === 'en' ? `${word.toLowerCase()} subnet` : `${word}サブネット`];
}

/** `web-1, instance, in public-a, public subnet, 10.0.0.20, public address, 1 error`. */
export function accessibleName(input: NamingInput, facts: DrawingFacts, id: string): string {
  const { language, badges } = input;
  const resource = facts.design.resources[id];
  if (!resource) return id;
  const container = containerOf(facts.design, resource);
  const holder = container === undefined ? undefined : facts.design.resources[container];
  const look = lookOf(facts, id, resource);
  const second = typeof look.secondLine === 'object' ? look.secondLine[language] : look.secondLine;
  const badge = Object.hasOwn(badges, id) ? badges[id] : undefined;
  const parts = [
    titleOf(facts.design, id),
    kindWord(resource, language),
    ...(container === undefined ? [] : [placeWords[language](titleOf(facts.design, container))]),
    ...(resource.kind === 'subnet'
      ? tierWord(input, id, resource)
      : container === undefined
        ? []
        : tierWord(input, container, holder)),
    ...(resource.kind === 'vpc' || resource.kind === 'subnet' ? [known(resource.cidrBlock) ?? ''] : []),
    ...(second === undefined ? [] : [second]),
    ...(look.isPublic ? [publicWords[language]] : []),
    ...(badge ? [severityWords[badge.severity][language](badge.count)] : []),
  ];
  return parts.filter((part) => part !== '').join(language === 'en' ? ', ' : '、');
}
