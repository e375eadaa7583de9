/** Well-known TCP ports that are not for everyone, and what answers there. */

import type { LocalText } from '../model/index.ts';
import { commonHeaders, isEmptyHeaderSet, tcpPorts, type HeaderSet } from '../net/index.ts';
import { portSet } from './_exposure.ts';
import { same } from './_words.ts';

/** SSH, RDP, WinRM. */
export const ADMIN_PORTS: HeaderSet = portSet([22, 3389, 5985, 5986]);

interface Service {
  readonly name: LocalText;
  readonly ports: readonly number[];
  readonly holds?: 'data';
}

const SERVICES: readonly Service[] = [
  { name: same('FTP'), ports: [20, 21] },
  { name: same('Telnet'), ports: [23] },
  { name: same('SMTP'), ports: [25] },
  { name: same('POP3'), ports: [110] },
  { name: same('RPC'), ports: [135] },
  { name: same('IMAP'), ports: [143] },
  { name: same('LDAP'), ports: [389] },
  { name: same('SMB'), ports: [445] },
  { name: same('SQL Server'), ports: [1433, 1434], holds: 'data' },
  { name: same('Oracle'), ports: [1521, 2483], holds: 'data' },
  { name: { en: 'a development server', ja: '開発用サーバー' }, ports: [3000, 5000] },
  { name: same('MySQL'), ports: [3306], holds: 'data' },
  { name: same('mSQL'), ports: [4333], holds: 'data' },
  { name: same('PostgreSQL'), ports: [5432], holds: 'data' },
  { name: same('VNC'), ports: [5500] },
  { name: same('OpenSearch Dashboards'), ports: [5601] },
  { name: same('Redis'), ports: [6379], holds: 'data' },
  { name: same('Cassandra'), ports: [7199, 9160], holds: 'data' },
  { name: { en: 'an HTTP proxy or console', ja: 'HTTP プロキシや管理画面' }, ports: [8080, 8088, 8888] },
  { name: same('Kafka'), ports: [9092], holds: 'data' },
  { name: same('OpenSearch'), ports: [9200, 9300], holds: 'data' },
  { name: same('Memcached'), ports: [11_211], holds: 'data' },
  { name: same('MongoDB'), ports: [27_017, 27_018], holds: 'data' },
];

export const DATA_PORTS: readonly number[] = SERVICES.flatMap(({ ports }) => ports);

/** Ports of databases, caches and queues; Redshift and Cassandra's own among them. */
export const DATABASE_PORTS: HeaderSet = portSet([
  ...SERVICES.flatMap(({ ports, holds }) => (holds === 'data' ? ports : [])),
  5439,
  9042,
]);

/** What answers on the ports of a set: `MySQL, Redis`. */
export function servicesOn(headers: HeaderSet): LocalText {
  const names = SERVICES.filter(({ ports }) =>
    ports.some((port) => !isEmptyHeaderSet(commonHeaders(headers, tcpPorts(port, port)))),
  ).map(({ name }) => name);
  return { en: names.map(({ en }) => en).join(', '), ja: names.map(({ ja }) => ja).join('、') };
}
