import { describe, expect, it } from 'vitest';
import { formatTraffic, parseTraffic, protocolNumber, type Traffic } from './traffic.ts';

describe('parseTraffic', () => {
  it.each<[string, Traffic]>([
    ['443', { protocol: 'tcp', from: 443, to: 443 }],
    ['TCP 443', { protocol: 'tcp', from: 443, to: 443 }],
    ['udp 1024-65535', { protocol: 'udp', from: 1024, to: 65_535 }],
    ['TCP 1024–65535', { protocol: 'tcp', from: 1024, to: 65_535 }],
    ['tcp', { protocol: 'tcp', from: 0, to: 65_535 }],
    ['6 22', { protocol: 'tcp', from: 22, to: 22 }],
    ['All', { protocol: '-1' }],
    ['すべて', { protocol: '-1' }],
    ['icmp', { protocol: 'icmp', from: -1, to: -1 }],
    ['ICMP 8', { protocol: 'icmp', from: 8, to: -1 }],
    ['ICMPv6 128/0', { protocol: 'icmpv6', from: 128, to: 0 }],
    ['50', { protocol: 'tcp', from: 50, to: 50 }],
    ['IP 50', { protocol: '50' }],
    ['TCP 0-65535', { protocol: 'tcp', from: 0, to: 65_535 }],
  ])('reads %j', (text, traffic) => {
    expect(parseTraffic(text, 'すべて')).toEqual({ ok: true, value: traffic });
  });

  it.each([
    ['', 'port'],
    ['tcp 70000', 'port'],
    ['tcp x', 'port'],
    ['tcp 9000-80', 'port-order'],
    ['icmp 300', 'icmp'],
    ['telnet', 'protocol'],
    ['gre 5', 'protocol'],
    ['IP 256', 'protocol'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseTraffic(text, 'All')).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('formatTraffic', () => {
  it.each<[Traffic, string]>([
    [{ protocol: '6', from: 22, to: 22 }, 'TCP 22'],
    [{ protocol: 'tcp', from: 0, to: 65_535 }, 'TCP'],
    [{ protocol: 'udp', from: 1024, to: 65_535 }, 'UDP 1024-65535'],
    [{ protocol: '-1' }, 'All'],
    [{ protocol: '1', from: 8, to: -1 }, 'ICMP 8'],
    [{ protocol: '58', from: 128, to: 0 }, 'ICMPv6 128/0'],
    [{ protocol: '50' }, 'IP 50'],
  ])('writes %j as %j', (traffic, text) => {
    expect(formatTraffic(traffic, 'All')).toBe(text);
  });
});

describe('protocolNumber', () => {
  it.each([
    ['tcp', '6'],
    ['icmpv6', '58'],
    ['-1', '-1'],
    ['47', '47'],
  ])('spells %s as %s', (name, number) => {
    expect(protocolNumber(name)).toBe(number);
  });
});
