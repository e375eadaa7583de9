/** Designs to start from, each with what is expected of it. */

import type { Design, Language, LocalText } from '../model/index.ts';
import dualStackDark from './templates/dual-stack-egress-only.dark.svg?url&no-inline';
import dualStackLight from './templates/dual-stack-egress-only.light.svg?url&no-inline';
import natInstanceDark from './templates/nat-instance.dark.svg?url&no-inline';
import natInstanceLight from './templates/nat-instance.light.svg?url&no-inline';
import perZoneDark from './templates/public-private-nat-per-az.dark.svg?url&no-inline';
import perZoneLight from './templates/public-private-nat-per-az.light.svg?url&no-inline';
import publicDark from './templates/single-public-subnet.dark.svg?url&no-inline';
import publicLight from './templates/single-public-subnet.light.svg?url&no-inline';

export interface Template {
  readonly id: string;
  readonly title: LocalText;
  readonly body: LocalText;
  /** Why each of its intents is there, by its id. */
  readonly because: Readonly<Record<string, LocalText>>;
  /** Addresses of its drawing. */
  readonly pictures: Readonly<Record<'light' | 'dark', string>>;
  /** The text of its design file. */
  readonly load: () => Promise<string>;
}

const closed: LocalText = {
  en: 'Nothing on the internet reaches the application.',
  ja: 'インターネットからアプリケーションには到達させません。',
};

export const templates: readonly Template[] = [
  {
    id: 'single-public-subnet',
    title: { en: 'One public subnet', ja: 'パブリックサブネット 1 つ' },
    body: { en: 'A web server on the internet', ja: 'インターネットに公開する Web サーバー' },
    because: {
      'web-https': { en: 'The web server answers the internet.', ja: 'Web サーバーを公開します。' },
      'web-http': { en: 'Plain HTTP is answered, too.', ja: 'HTTP でも応答します。' },
      'web-no-ssh': {
        en: 'Nobody logs in from the internet.',
        ja: 'インターネットからはログインさせません。',
      },
      'web-updates': { en: 'Updates come from outside.', ja: '更新プログラムを外部から取得します。' },
    },
    pictures: { light: publicLight, dark: publicDark },
    load: async () => (await import('./templates/single-public-subnet.vpcd.json?raw')).default,
  },
  {
    id: 'public-private-nat-per-az',
    title: { en: 'Public and private', ja: 'パブリックとプライベート' },
    body: { en: 'A NAT gateway in each zone', ja: 'AZ ごとに NAT ゲートウェイ' },
    because: {
      'app-a-out': {
        en: 'Each zone leaves by its own NAT gateway.',
        ja: '各 AZ は自身の NAT ゲートウェイから外に出ます。',
      },
      'app-c-out': {
        en: 'Each zone leaves by its own NAT gateway.',
        ja: '各 AZ は自身の NAT ゲートウェイから外に出ます。',
      },
      'app-a-closed': closed,
      'app-c-closed': closed,
    },
    pictures: { light: perZoneLight, dark: perZoneDark },
    load: async () => (await import('./templates/public-private-nat-per-az.vpcd.json?raw')).default,
  },
  {
    id: 'nat-instance',
    title: { en: 'NAT instance', ja: 'NAT インスタンス' },
    body: { en: 'An instance that forwards', ja: '通信を転送するインスタンス' },
    because: {
      'app-out': {
        en: 'The instance whose check is off forwards for the others.',
        ja: '送信元/送信先チェックを無効にしたインスタンスが転送します。',
      },
      'app-closed': closed,
      'nat-no-ssh': {
        en: 'The NAT instance forwards, and nobody logs in to it.',
        ja: 'NAT インスタンスは転送のみを行い、ログインはさせません。',
      },
    },
    pictures: { light: natInstanceLight, dark: natInstanceDark },
    load: async () => (await import('./templates/nat-instance.vpcd.json?raw')).default,
  },
  {
    id: 'dual-stack-egress-only',
    title: { en: 'Dual stack', ja: 'デュアルスタック' },
    body: { en: 'IPv6 that only goes out', ja: '外向きのみの IPv6' },
    because: {
      'web-https-4': { en: 'The web server answers over IPv4.', ja: 'Web サーバーを IPv4 で公開します。' },
      'web-https-6': { en: 'The web server answers over IPv6.', ja: 'Web サーバーを IPv6 で公開します。' },
      'app-out-4': { en: 'IPv4 leaves by the NAT gateway.', ja: 'IPv4 は NAT ゲートウェイから外に出ます。' },
      'app-out-6': {
        en: 'IPv6 leaves by the egress-only internet gateway.',
        ja: 'IPv6 は Egress-Only インターネットゲートウェイから外に出ます。',
      },
      'app-closed-4': closed,
      'app-closed-6': closed,
      'web-app-4': {
        en: 'The web server calls the application.',
        ja: 'Web サーバーがアプリケーションを呼び出します。',
      },
      'web-app-6': {
        en: 'The web server calls the application.',
        ja: 'Web サーバーがアプリケーションを呼び出します。',
      },
    },
    pictures: { light: dualStackLight, dark: dualStackDark },
    load: async () => (await import('./templates/dual-stack-egress-only.vpcd.json?raw')).default,
  },
];

/** The design of a template as its own: its name and the reasons of its intents in the person's language. */
export function ownDesign(design: Design, { title, because }: Template, language: Language): Design {
  return {
    ...design,
    name: title[language],
    intents: Object.fromEntries(
      Object.entries(design.intents).map(([id, intent]) => {
        const reason = Object.hasOwn(because, id) ? because[id] : undefined;
        return [id, reason ? { ...intent, because: reason[language] } : intent];
      }),
    ),
  };
}
