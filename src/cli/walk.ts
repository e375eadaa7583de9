/** Finds the files that a command line means: files as named, folders walked within limits (B-31). */

import { beginsWithDesign } from '../formats/index.ts';
import type { LocalText } from '../model/index.ts';
import { failure, success, type Result } from '../net/index.ts';
import type { FileProblem, FolderEntry, Io } from './io.ts';

const MAX_DEPTH = 5;
const MAX_FILES = 2000;
/** B-9: larger files are refused before they are read. */
const MAX_BYTES = 500 * 1024 * 1024;

const SKIPPED_FOLDERS = new Set(['node_modules', 'bower_components', '__pycache__', 'venv']);

export interface FoundFile {
  /** As a message names it; `-` is standard input. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Skipped {
  readonly path: string;
  readonly why: LocalText;
}

export interface Found {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly Skipped[];
}

/** A named input that is not there or cannot be read, with the way out. */
export interface InputProblem {
  readonly path: string;
  readonly message: LocalText;
}

/** Reads every file that the inputs name. Fails for an input that was named and cannot be read. */
export async function findFiles(inputs: readonly string[], io: Io): Promise<Result<Found, InputProblem>> {
  const files = new Map<string, FoundFile>();
  const skipped: Skipped[] = [];
  for (const input of inputs) {
    // One after another: a later file wins over an earlier one (C-16).
    // eslint-disable-next-line no-await-in-loop
    const problem = await take(input);
    if (problem !== undefined) return failure({ path: input, message: problem });
  }
  return success({ files: [...files.values()], skipped });

  async function take(input: string): Promise<LocalText | undefined> {
    if (input === '-') {
      const content = await io.readStandardInput();
      if (!content.ok) return unreadable(content.problem);
      files.set(input, { path: input, bytes: content.value });
      return undefined;
    }
    const facts = await io.facts(input);
    if (!facts.ok) return unreadable(facts.problem);
    if (facts.value.kind === 'other') return neitherFileNorFolder;
    if (facts.value.kind === 'folder') return walk(input, 1);
    if (facts.value.bytes > MAX_BYTES) return tooLarge(facts.value.bytes);
    const content = await io.readFile(input);
    if (!content.ok) return unreadable(content.problem);
    files.set(input, { path: input, bytes: content.value });
    return undefined;
  }

  async function walk(folder: string, depth: number): Promise<LocalText | undefined> {
    const listed = await io.listFolder(folder);
    if (!listed.ok) {
      if (depth === 1) return unreadable(listed.problem);
      skipped.push({ path: folder, why: unreadable(listed.problem) });
      return undefined;
    }
    for (const entry of listed.value.toSorted(byName)) {
      // In order, so that the same folder gives the same answer.
      // eslint-disable-next-line no-await-in-loop
      await visit(entry, joinPath(folder, entry.name), depth);
    }
    return undefined;
  }

  async function visit(entry: FolderEntry, path: string, depth: number): Promise<void> {
    const why = entry.kind === 'folder' ? whyNotFolder(entry.name, depth) : await whyNotFile(entry, path);
    if (why !== undefined) {
      skipped.push({ path, why });
      return;
    }
    if (entry.kind === 'folder') {
      await walk(path, depth + 1);
      return;
    }
    const content = await io.readFile(path);
    if (content.ok) files.set(path, { path, bytes: content.value });
    else skipped.push({ path, why: unreadable(content.problem) });
  }

  async function whyNotFile(entry: FolderEntry, path: string): Promise<LocalText | undefined> {
    if (entry.kind === 'link') return aLink;
    if (entry.kind !== 'file') return neitherFileNorFolder;
    if (entry.name.startsWith('.')) return hidden;
    if (entry.name.endsWith('.tfstate.backup')) return backup;
    if (files.size >= MAX_FILES) return tooMany;
    const facts = await io.facts(path);
    if (!facts.ok) return unreadable(facts.problem);
    if (facts.value.bytes > MAX_BYTES) return tooLarge(facts.value.bytes);
    const start = await io.readStart(path);
    if (!start.ok) return unreadable(start.problem);
    return isText(start.value) || beginsWithDesign(start.value) ? undefined : binary;
  }
}

const byName = (a: FolderEntry, b: FolderEntry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Paths are told with slashes; the system takes them everywhere. */
const joinPath = (folder: string, name: string): string =>
  folder.endsWith('/') ? folder + name : `${folder}/${name}`;

function whyNotFolder(name: string, depth: number): LocalText | undefined {
  if (name.startsWith('.')) return hidden;
  if (SKIPPED_FOLDERS.has(name)) return { en: 'a folder of packages', ja: 'パッケージのフォルダー' };
  if (depth >= MAX_DEPTH) return tooDeep;
  return undefined;
}

/** Text has no zero bytes; UTF-16 has one beside every Latin letter (B-4). */
function isText(start: Uint8Array): boolean {
  const zeros = [0, 0];
  start.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd === 0) return true;
  // Zeros all on one side of the pairs, and many: two bytes a letter. A stray one at the end is let through (B-5).
  const oneSided = even === 0 || odd === 0;
  return (
    (oneSided && Math.max(even, odd) > start.length / 4) || start.subarray(0, -2).every((byte) => byte !== 0)
  );
}

const hidden: LocalText = { en: 'hidden', ja: '隠しファイル・フォルダー' };
const aLink: LocalText = {
  en: 'a link; name its target to read it',
  ja: 'リンク。読むにはリンク先を指定してください',
};
const backup: LocalText = { en: 'a backup of a state file', ja: 'state ファイルのバックアップ' };
const binary: LocalText = { en: 'not text', ja: 'テキストではない' };
const neitherFileNorFolder: LocalText = {
  en: 'neither a file nor a folder',
  ja: 'ファイルでもフォルダーでもない',
};
const tooDeep: LocalText = {
  en: `more than ${MAX_DEPTH} folders deep; name it to read it`,
  ja: `${MAX_DEPTH} 階層より深い。読むには直接指定してください`,
};
const tooMany: LocalText = {
  en: `more than ${MAX_FILES} files; name fewer folders`,
  ja: `${MAX_FILES} ファイルを超えた。指定するフォルダーを減らしてください`,
};

const tooLarge = (bytes: number): LocalText => {
  const size = Math.ceil(bytes / (1024 * 1024));
  return {
    en: `${size} MB is over the limit of 500 MB; split it by account or Region`,
    ja: `${size} MB は上限の 500 MB を超えています。アカウントまたはリージョンごとに分けてください`,
  };
};

function unreadable({ code, detail }: FileProblem): LocalText {
  switch (code) {
    case 'ENOENT':
      return { en: 'there is no such file or folder', ja: 'ファイルまたはフォルダーがありません' };
    case 'EACCES':
    case 'EPERM':
      return {
        en: 'it may not be read; check its permissions',
        ja: '読み取り権限がありません。権限を確認してください',
      };
    default:
      return { en: `it cannot be read (${detail})`, ja: `読み取れません (${detail})` };
  }
}
