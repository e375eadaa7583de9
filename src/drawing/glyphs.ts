/** Own line glyphs: one stroked path each in a box of 24, round caps and joins. */

export const glyphs = {
  /** A cube seen from above. */
  vpc: 'M12 3.8 19.5 8v8L12 20.2 4.5 16V8zM4.5 8l7.5 4.2L19.5 8M12 12.2v8',
  subnet: 'M4 6h16v12H4zM4 10h16M9 10v8',
  zone: 'M4 5.5h16v13H4z',
  region: 'M12 3.2 19 6v6c0 4.3-3 7.2-7 8.8-4-1.6-7-4.5-7-8.8V6z',
  account: 'M12 11a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM5.5 19.5c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5z',
  globe:
    'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4 12h16M12 4c2.4 2.3 3.5 5 3.5 8s-1.1 5.7-3.5 8c-2.4-2.3-3.5-5-3.5-8s1.1-5.7 3.5-8z',
  /** An arch to walk through, both ways. */
  internetGateway: 'M3 20h18M5 20v-9a7 7 0 0 1 14 0v9M9 20v-8a3 3 0 0 1 6 0v8',
  /** The same arch with one way only, up. */
  egressOnlyInternetGateway: 'M3 20h18M5 20v-9a7 7 0 0 1 14 0v9M12 19.5V11M8.8 14.2 12 11l3.2 3.2',
  /** A door with one way out of it. */
  natGateway: 'M13 8.5V5H4.5v14H13v-3.5M9 12h11.5M17 8.5l3.5 3.5-3.5 3.5',
  instance: 'M7 7h10v10H7zM10 7V4M14 7V4M10 20v-3M14 20v-3M7 10H4M7 14H4M20 10h-3M20 14h-3',
  networkInterface: 'M4 8h16v8H4zM8 16v3.5M12 16v3.5M16 16v3.5',
  routeTable: 'M4 5h16v14H4zM4 9.7h16M4 14.3h16M10 5v14',
  securityGroup: 'M12 3.5 19 6v6c0 4.2-2.9 7.2-7 8.5-4.1-1.3-7-4.3-7-8.5V6z',
  networkAcl: 'M12 3.5 19 6v6c0 4.2-2.9 7.2-7 8.5-4.1-1.3-7-4.3-7-8.5V6zM9 9.5h6M9 13h6',
  /** A public address stuck to one thing. */
  elasticIp: 'M12 20.5c4.2-4.2 6.3-7.5 6.3-10.2a6.3 6.3 0 0 0-12.6 0c0 2.7 2.1 6 6.3 10.2zM12 8v4.5',
  managedPrefixList: 'M5 7h2M10 7h9M5 12h2M10 12h9M5 17h2M10 17h9',
  flowLog: 'M6 3.5h8.5l3.5 3.5v13.5H6zM9 10.5h6M9 13.5h6M9 16.5h3.5',
  vpcBlockPublicAccess: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.4 6.4l11.2 11.2',
  /** For a kind that has no glyph of its own. */
  generic: 'M12 4l7 4v8l-7 4-7-4V8zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  tierPublic: 'M4 12h16M8 8l-4 4 4 4M16 8l4 4-4 4',
  tierEgress: 'M5 5v14M9 12h11M15 7l5 5-5 5',
  tierPrivate: 'M4 7h6v10H4zM14 7h6v10h-6zM10 12h4',
  tierIsolated: 'M6 6h12v12H6zM10 12h4',
  /** A question in a diamond. */
  tierUndetermined: 'M12 2.5 21.5 12 12 21.5 2.5 12zM9.8 10c0-3 4.4-3 4.4 0 0 1.8-2.2 1.8-2.2 3.6M12 16.4v.1',
} as const;

export type GlyphName = keyof typeof glyphs;

const isGlyph = (name: string): name is GlyphName => Object.hasOwn(glyphs, name);

/** The glyph of a kind is the one that bears its name. */
export const glyphOf = (kind: string): GlyphName => (isGlyph(kind) ? kind : 'generic');
