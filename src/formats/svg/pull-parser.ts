/**
 * Reads XML as a series of events: enough for pictures of our own and those that other tools saved again.
 * No document type, no entity but the five, nothing fetched, nothing executed (B-23).
 */

export type XmlEvent =
  | { readonly event: 'open'; readonly name: QualifiedName; readonly attributes: ReadonlyMap<string, string> }
  | { readonly event: 'close' }
  | { readonly event: 'text'; readonly text: string };

export interface QualifiedName {
  readonly namespace: string;
  readonly local: string;
}

export type XmlProblem = 'document-type' | 'unknown-entity' | 'not-well-formed' | 'too-deep';

export interface XmlFault {
  readonly problem: XmlProblem;
  /** How many characters lie before it. */
  readonly offset: number;
}

const DEEPEST = 200;

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces the five entities and character numbers; undefined where there is any other. */
function decode(text: string): string | undefined {
  let isKnown = true;
  const decoded = text.replaceAll(/&([^;&]*;?)/g, (whole, body: string) => {
    const name = body.endsWith(';') ? body.slice(0, -1) : '';
    if (Object.hasOwn(namedEntities, name)) return namedEntities[name] ?? '';
    const number = /^#(?:(\d{1,7})|x([0-9a-fA-F]{1,6}))$/.exec(name);
    const code = number
      ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 16 : 10)
      : Number.NaN;
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    isKnown = false;
    return whole;
  });
  return isKnown ? decoded : undefined;
}

type Scope = ReadonlyMap<string, string>;

const isName = (text: string): boolean => /^[\p{L}_:][\p{L}\p{N}_:.\-·]*$/u.test(text);

function qualify(name: string, scope: Scope): QualifiedName | undefined {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const namespace = scope.get(prefix);
  return namespace === undefined && prefix !== ''
    ? undefined
    : { namespace: namespace ?? '', local: name.slice(colon + 1) };
}

/** Walks the text and gives each event to `take`; returns the fault that ended it, if one did. */
export function pullXml(text: string, take: (event: XmlEvent) => void): XmlFault | undefined {
  const scopes: { readonly scope: Scope; readonly tag: string }[] = [
    {
      scope: new Map([
        ['', ''],
        ['xml', 'http://www.w3.org/XML/1998/namespace'],
      ]),
      tag: '',
    },
  ];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let hasRoot = false;
  const fault = (problem: XmlProblem, offset: number): XmlFault => ({ problem, offset });
  /** Past the closing mark of what begins here; undefined where it never ends. */
  const past = (mark: string, from: number): number | undefined => {
    const found = text.indexOf(mark, from);
    return found < 0 ? undefined : found + mark.length;
  };

  while (at < text.length) {
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      const until = end < 0 ? text.length : end;
      const raw = text.slice(at, until);
      const decoded = decode(raw);
      if (decoded === undefined) return fault('unknown-entity', at);
      if (scopes.length > 1) take({ event: 'text', text: decoded });
      else if (raw.trim() !== '') return fault('not-well-formed', at);
      at = until;
      continue;
    }
    if (text.startsWith('<!--', at)) {
      const end = past('-->', at + 4);
      if (end === undefined) return fault('not-well-formed', at);
      at = end;
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = past(']]>', at + 9);
      if (end === undefined || scopes.length === 1) return fault('not-well-formed', at);
      take({ event: 'text', text: text.slice(at + 9, end - 3) });
      at = end;
    } else if (text.startsWith('<?', at)) {
      const end = past('?>', at + 2);
      if (end === undefined) return fault('not-well-formed', at);
      at = end;
    } else if (text.startsWith('<!', at)) {
      return fault('document-type', at);
    } else if (text.startsWith('</', at)) {
      const end = past('>', at);
      const open = scopes.at(-1);
      if (end === undefined || scopes.length === 1 || text.slice(at + 2, end - 1).trimEnd() !== open?.tag) {
        return fault('not-well-formed', at);
      }
      scopes.pop();
      take({ event: 'close' });
      at = end;
    } else {
      if (scopes.length === 1 && hasRoot) return fault('not-well-formed', at);
      const tag = readTag(text, at, scopes.at(-1)?.scope ?? new Map());
      if ('problem' in tag) return tag;
      if (scopes.length > DEEPEST) return fault('too-deep', at);
      hasRoot = true;
      take({ event: 'open', name: tag.name, attributes: tag.attributes });
      if (tag.isEmpty) take({ event: 'close' });
      else scopes.push({ scope: tag.scope, tag: tag.written });
      at = tag.end;
    }
  }
  return scopes.length === 1 && hasRoot ? undefined : fault('not-well-formed', text.length);
}

interface Tag {
  readonly name: QualifiedName;
  readonly written: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly scope: Scope;
  readonly isEmpty: boolean;
  readonly end: number;
}

const attributePattern = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

function readTag(text: string, start: number, outer: Scope): Tag | XmlFault {
  const fault = (problem: XmlProblem): XmlFault => ({ problem, offset: start });
  const namePattern = /[^\s/>]+/y;
  namePattern.lastIndex = start + 1;
  const written = namePattern.exec(text)?.[0] ?? '';
  if (!isName(written)) return fault('not-well-formed');
  const attributes = new Map<string, string>();
  let at = start + 1 + written.length;
  for (;;) {
    attributePattern.lastIndex = at;
    const found = attributePattern.exec(text);
    if (!found) break;
    const [whole, name = '', inDouble, inSingle] = found;
    const value = decode(inDouble ?? inSingle ?? '');
    if (value === undefined) return fault('unknown-entity');
    if (!isName(name) || attributes.has(name)) return fault('not-well-formed');
    attributes.set(name, value);
    at += whole.length;
  }
  const rest = /\s*(\/?)>/y;
  rest.lastIndex = at;
  const close = rest.exec(text);
  if (!close) return fault('not-well-formed');
  const scope = scopeWithin(outer, attributes);
  const name = qualify(written, scope);
  if (name === undefined) return fault('not-well-formed');
  return { name, written, attributes, scope, isEmpty: close[1] === '/', end: at + close[0].length };
}

/** The prefixes that hold inside a tag; most tags add none and share the outer ones. */
function scopeWithin(outer: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let scope: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    const prefix =
      name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined;
    if (prefix === undefined) continue;
    scope ??= new Map(outer);
    scope.set(prefix, value);
  }
  return scope ?? outer;
}
