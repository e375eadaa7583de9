/** What is wrong with a value that was typed, each with a right example. */

import { section } from '../catalogue.ts';

export const fields = section(
  {
    empty: (example: string) => `Nothing is written here. Write for example ${example}.`,
    notAnIpv4Block: (part: string, example: string) =>
      `“${part}” is not part of an address. Write four numbers from 0 to 255 and a prefix length, for example ${example}.`,
    notAnIpv6Block: (part: string, example: string) =>
      `“${part}” is not part of an IPv6 address. Write groups of up to four hexadecimal digits, for example ${example}.`,
    octetRange: (part: string, example: string) =>
      `${part} is over 255. Write four numbers from 0 to 255, for example ${example}.`,
    leadingZero: (part: string, example: string) =>
      `${part} begins with a zero. Write it without, for example ${example}.`,
    zoneId: (part: string, example: string) =>
      `${part} names an interface of one machine. Leave it out, for example ${example}.`,
    ipv4Mapped: (example: string) => `An IPv6 address has no dotted part here. Write for example ${example}.`,
    twoCompressions: (example: string) =>
      `“::” may stand only once in an address. Write for example ${example}.`,
    noPrefix: (part: string, example: string) =>
      `${part} has no prefix length. Write how many bits are fixed, for example ${example}.`,
    prefixRange4: (part: string, example: string) =>
      `${part} is no prefix length. Write a number from 0 to 32, for example ${example}.`,
    prefixRange6: (part: string, example: string) =>
      `${part} is no prefix length. Write a number from 0 to 128, for example ${example}.`,
    wrongFamily4: (example: string) => `This is an IPv6 value. Write an IPv4 one, for example ${example}.`,
    wrongFamily6: (example: string) => `This is an IPv4 value. Write an IPv6 one, for example ${example}.`,
    hostBits: (text: string, block: string) =>
      `${text} is an address inside ${block}. Write the block itself: ${block}.`,
    outsideSubnet: (address: string, subnet: string, block: string) =>
      `${address} is not inside ${subnet}, which has ${block}. Write an address from there.`,
    reservedAddress: (address: string, example: string) =>
      `AWS keeps ${address} for itself: the first four and the last address of a subnet. Write for example ${example}.`,
    takenAddress: (address: string, owner: string, example: string) =>
      `${owner} has ${address}. Write a free one, for example ${example}.`,
    notANumber: (text: string, example: string) =>
      `“${text}” is not a whole number. Write for example ${example}.`,
    portRange: (text: string) =>
      `“${text}” is not a port. Write a number from 0 to 65535, or a range such as 1024-65535.`,
    protocolUnknown: (text: string) =>
      `“${text}” is not a protocol. Write TCP, UDP, ICMP, ICMPv6, All, or IP and a number, for example TCP 443.`,
    trafficMissing: 'Nothing is written here. Write a protocol and a port, for example TCP 443.',
    icmpRange: (text: string) =>
      `“${text}” is not an ICMP type. Write numbers from 0 to 255, for example ICMP 8 or ICMP 3/4.`,
    portOrder: (from: string, to: string) =>
      `${from} is over ${to}. Write the lower port first: ${to}-${from}.`,
    ruleNumberRange: (text: string) =>
      `“${text}” is not a rule number. Write a whole number from 1 to 32766.`,
    ruleNumberTaken: (number: string, free: string) =>
      `Rule ${number} exists already. Write a free number, for example ${free}.`,
    unknownTarget: (text: string) =>
      `“${text}” is nothing that a route may lead to. Choose one from the list.`,
    unknownSource: (text: string, example: string) =>
      `“${text}” is neither a block nor a security group of this VPC. Choose one from the list, or write for example ${example}.`,
    sameDestination: (destination: string, table: string) =>
      `${table} has a route for ${destination} already. Change that one, or write another destination.`,
    sameBlock: (block: string) => `${block} is there already. Write another block, or leave this one out.`,
    nameMissing: 'A name is missing. Write at least one character.',
  },
  {
    empty: (example) => `値がありません。例: ${example}`,
    notAnIpv4Block: (part, example) =>
      `「${part}」はアドレスの一部として読めません。0 から 255 の数を 4 つとプレフィックス長を書いてください。例: ${example}`,
    notAnIpv6Block: (part, example) =>
      `「${part}」は IPv6 アドレスの一部として読めません。4 桁までの 16 進数の組を書いてください。例: ${example}`,
    octetRange: (part, example) =>
      `${part} は 255 を超えています。0 から 255 の数を 4 つ書いてください。例: ${example}`,
    leadingZero: (part, example) =>
      `${part} は 0 で始まっています。先頭の 0 を除いて書いてください。例: ${example}`,
    zoneId: (part, example) =>
      `${part} は特定のマシンのインターフェイス名です。取り除いて書いてください。例: ${example}`,
    ipv4Mapped: (example) => `IPv6 アドレスにピリオド区切りの部分は書けません。例: ${example}`,
    twoCompressions: (example) => `「::」は 1 つのアドレスに 1 回だけ書けます。例: ${example}`,
    noPrefix: (part, example) =>
      `${part} にプレフィックス長がありません。固定するビット数を書いてください。例: ${example}`,
    prefixRange4: (part, example) =>
      `${part} はプレフィックス長ではありません。0 から 32 の数を書いてください。例: ${example}`,
    prefixRange6: (part, example) =>
      `${part} はプレフィックス長ではありません。0 から 128 の数を書いてください。例: ${example}`,
    wrongFamily4: (example) => `これは IPv6 の値です。IPv4 の値を書いてください。例: ${example}`,
    wrongFamily6: (example) => `これは IPv4 の値です。IPv6 の値を書いてください。例: ${example}`,
    hostBits: (text, block) =>
      `${text} は ${block} の中のアドレスです。ブロックそのものを書いてください: ${block}`,
    outsideSubnet: (address, subnet, block) =>
      `${address} は ${subnet} (${block}) の範囲外です。この範囲のアドレスを書いてください。`,
    reservedAddress: (address, example) =>
      `${address} は AWS が予約しています (サブネットの先頭 4 つと末尾 1 つ)。例: ${example}`,
    takenAddress: (address, owner, example) =>
      `${address} は ${owner} が使っています。空いているアドレスの例: ${example}`,
    notANumber: (text, example) => `「${text}」は整数ではありません。例: ${example}`,
    portRange: (text) =>
      `「${text}」はポートではありません。0 から 65535 の数か、1024-65535 のような範囲を書いてください。`,
    protocolUnknown: (text) =>
      `「${text}」はプロトコルではありません。TCP、UDP、ICMP、ICMPv6、すべて、または IP と番号を書いてください。例: TCP 443`,
    trafficMissing: '値がありません。プロトコルとポートを書いてください。例: TCP 443',
    icmpRange: (text) =>
      `「${text}」は ICMP のタイプではありません。0 から 255 の数を書いてください。例: ICMP 8、ICMP 3/4`,
    portOrder: (from, to) =>
      `${from} は ${to} より大きい値です。小さいポートを先に書いてください: ${to}-${from}`,
    ruleNumberRange: (text) => `「${text}」はルール番号ではありません。1 から 32766 の整数を書いてください。`,
    ruleNumberTaken: (number, free) => `ルール ${number} はすでにあります。空いている番号の例: ${free}`,
    unknownTarget: (text) => `「${text}」はルートのターゲットにできません。一覧から選んでください。`,
    unknownSource: (text, example) =>
      `「${text}」は CIDR ブロックでも、この VPC のセキュリティグループでもありません。一覧から選ぶか、次のように書いてください。例: ${example}`,
    sameDestination: (destination, table) =>
      `${table} には ${destination} へのルートがすでにあります。そのルートを変更するか、別の送信先を書いてください。`,
    sameBlock: (block) => `${block} はすでにあります。別のブロックを書くか、取り消してください。`,
    nameMissing: '名前がありません。1 文字以上書いてください。',
  },
);
