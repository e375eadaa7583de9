/** Addresses, prefixes and header sets: the mathematics under the engine. */

export * from './result.ts';
export * from './address.ts';
export * from './cidr.ts';
export * from './address-set.ts';
export * from './header-line.ts';
export * from './regions.ts';
