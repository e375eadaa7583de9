/** What the name of a subnet says about its tier: whole words, in the place where names tell a role. */

import type { Tier } from '../engine/index.ts';

export type Claim = 'public' | 'private' | 'isolated';

export interface Label {
  /** As it stands in the name. */
  readonly word: string;
  readonly claims: Claim;
}

const WORDS: Readonly<Record<string, Claim>> = {
  public: 'public',
  pub: 'public',
  dmz: 'public',
  private: 'private',
  priv: 'private',
  isolated: 'isolated',
  パブリック: 'public',
  プライベート: 'private',
};

/** What may follow the word: a zone, a number, what stands in the subnet. Anything else makes it part of another name. */
const FOLLOWING =
  /^(sub|subnets?|sn|net|network|tier|layer|zone|az\d*|v\d?|ipv\d?|\d+[a-z]?|[a-z]\d*|ap|us|eu|ca|sa|me|af|il|mx|cn|gov|east|west|north|south|central|(north|south)(east|west)|app|apps|web|db|data|database|cache|lb|alb|nlb|elb|nat|mgmt|management|ops|front|frontend|back|backend|batch|worker|workers|svc|services?|eks|ecs|rds|k8s|nodes?|common|shared|core|main|dev|test|stg|staging|prod|production|サブネット|用)$/u;

/** Words before it that turn it round. */
const DENYING = /^(non|not|no|un|ex)$/u;

/** `PublicSubnet1`, `prod-private-app-1a`, `パブリックサブネットA`: the words of a name, in lower case but told as written. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/(パブリック|プライベート|サブネット|用)/gu, ' $1 ')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The claim that a name makes, if any. */
export function labelOf(name: string): Label | undefined {
  const words = wordsOf(name);
  const index = words.findLastIndex((word) => Object.hasOwn(WORDS, word.toLowerCase()));
  const word = words[index];
  const claims = word === undefined ? undefined : WORDS[word.toLowerCase()];
  if (word === undefined || claims === undefined) return undefined;
  if (DENYING.test((words[index - 1] ?? '').toLowerCase())) return undefined;
  return words.slice(index + 1).every((each) => FOLLOWING.test(each.toLowerCase()))
    ? { word, claims }
    : undefined;
}

/** Tags that people and tools use to say the tier. */
const TAGS = new Set([
  'tier',
  'type',
  'network',
  'subnet-type',
  'subnettype',
  'subnet_type',
  'visibility',
  'aws-cdk:subnet-type',
]);

/** A tag whose whole value is such a word. */
export function labelOfTags(tags: Readonly<Record<string, string>>): Label | undefined {
  for (const [key, value] of Object.entries(tags)) {
    const claims = Object.hasOwn(WORDS, value.toLowerCase()) ? WORDS[value.toLowerCase()] : undefined;
    if (TAGS.has(key.toLowerCase()) && claims !== undefined) return { word: value, claims };
  }
  return undefined;
}

/** The computed tier is on the other side of what is claimed. */
export function contradicts(claims: Claim, tier: Tier): boolean {
  switch (claims) {
    case 'public':
      return tier !== 'public';
    case 'private':
      return tier === 'public';
    case 'isolated':
      return tier === 'public' || tier === 'egress';
  }
}

const JAPANESE: Readonly<Record<Claim, string>> = {
  public: 'パブリック',
  private: 'プライベート',
  isolated: '隔離',
};

const FITTING: Readonly<Record<Tier, Claim>> = {
  public: 'public',
  egress: 'private',
  private: 'private',
  isolated: 'isolated',
};

/** The name with the word that fits the tier, written the way the old word was. */
export function relabelled(name: string, { word }: Label, tier: Tier): string {
  const claim = FITTING[tier];
  const at = name.toLowerCase().lastIndexOf(word.toLowerCase());
  const japanese = !/^[A-Za-z]/u.test(word);
  const capital = /^[A-Z]/u.test(word);
  const shout = capital && word.length > 1 && word === word.toUpperCase();
  const plain = japanese ? JAPANESE[claim] : claim;
  const spelt = shout
    ? plain.toUpperCase()
    : capital
      ? plain.charAt(0).toUpperCase() + plain.slice(1)
      : plain;
  return name.slice(0, at) + spelt + name.slice(at + word.length);
}
