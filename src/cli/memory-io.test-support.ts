/** A world for the command line made of a list of texts: no disk, no streams. */

import { failure, success } from '../net/index.ts';
import type { EntryKind, FileProblem, Io } from './io.ts';

export interface MemoryWorld {
  readonly io: Io;
  readonly out: () => string;
  readonly err: () => string;
  readonly files: Map<string, string | Uint8Array>;
}

/**
 * @param files path → content; folders follow from the paths. A content of `{link: …}` is a link,
 * `{locked: true}` a file that may not be read.
 */
export function memoryWorld(
  files: Readonly<
    Record<string, string | Uint8Array | { readonly link: string } | { readonly locked: true }>
  >,
  more: Partial<Pick<Io, 'colors' | 'locale'>> & { readonly standardInput?: string } = {},
): MemoryWorld {
  const contents = new Map<string, string | Uint8Array>();
  const links = new Set<string>();
  const locked = new Set<string>();
  for (const [path, content] of Object.entries(files)) {
    if (typeof content === 'string' || content instanceof Uint8Array) contents.set(path, content);
    else if ('link' in content) links.add(path);
    else locked.add(path);
  }
  const paths = (): string[] => [...contents.keys(), ...links, ...locked];
  const missing: FileProblem = { code: 'ENOENT', detail: 'no such file or directory' };
  const refused: FileProblem = { code: 'EACCES', detail: 'permission denied' };
  const bytesOf = (path: string): Uint8Array => {
    const content = contents.get(path) ?? '';
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const isFolder = (path: string): boolean =>
    paths().some((each) => each.startsWith(`${path.replace(/\/$/u, '')}/`));
  let out = '';
  let err = '';

  const read: Io['readFile'] = (path) => {
    if (locked.has(path)) return Promise.resolve(failure(refused));
    return Promise.resolve(contents.has(path) ? success(bytesOf(path)) : failure(missing));
  };
  const io: Io = {
    facts: (path) => {
      if (contents.has(path) || locked.has(path)) {
        return Promise.resolve(success({ kind: 'file', bytes: bytesOf(path).length }));
      }
      return Promise.resolve(isFolder(path) ? success({ kind: 'folder', bytes: 0 }) : failure(missing));
    },
    listFolder: (path) => {
      const start = `${path.replace(/\/$/u, '')}/`;
      const names = new Map<string, EntryKind>();
      for (const each of paths().filter((found) => found.startsWith(start))) {
        const rest = each.slice(start.length);
        const [name = ''] = rest.split('/');
        names.set(name, rest.includes('/') ? 'folder' : links.has(each) ? 'link' : 'file');
      }
      return Promise.resolve(success([...names].map(([name, kind]) => ({ name, kind }))));
    },
    readFile: read,
    readStart: read,
    readStandardInput: () =>
      Promise.resolve(
        more.standardInput === undefined
          ? failure({ code: 'EOF', detail: 'closed' })
          : success(new TextEncoder().encode(more.standardInput)),
      ),
    writeFile: (path, text) => {
      if (locked.has(path)) return Promise.resolve(failure(refused));
      contents.set(path, text);
      return Promise.resolve(success(undefined));
    },
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    colors: more.colors ?? false,
    locale: more.locale ?? 'en_US.UTF-8',
    version: '9.9.9',
    today: '2026-11-24',
  };
  return { io, out: () => out, err: () => err, files: contents };
}
