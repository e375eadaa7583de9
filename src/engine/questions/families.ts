/** Headers by address family. */

import {
  EVERY_HEADER,
  headersWithout,
  ICMP_HEADERS,
  ICMPV6_HEADERS,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';

/** All headers of a family: ICMP belongs to IPv4, ICMPv6 to IPv6. */
export const everyHeaderOf = (family: Family): HeaderSet =>
  headersWithout(EVERY_HEADER, family === 4 ? ICMPV6_HEADERS : ICMP_HEADERS);
