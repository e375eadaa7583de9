/** The world around the command line in Node: files, standard streams, terminal. */

import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, success, type Result } from '../net/index.ts';
import type { EntryKind, FileProblem, FolderEntry, Io } from './io.ts';

const START_BYTES = 4096;

export function nodeIo(version: string): Io {
  const { env, stdout, stderr } = process;
  return {
    facts: (path) =>
      attempt(async () => {
        const found = await stat(path);
        const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
        return { kind, bytes: found.size };
      }),
    listFolder: (path) => attempt(() => entriesOf(path)),
    readFile: (path) => attempt(() => readFile(path)),
    readStart: (path) => attempt(() => startOf(path)),
    readStandardInput: () => attempt(readAll),
    writeFile: (path, text) => attempt(() => replaceFile(path, text)),
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    colors: stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    locale: env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '',
    version,
    today: new Date().toISOString().slice(0, 10),
  };
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Result<Value, FileProblem>> {
  try {
    return success(await work());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    if (code === undefined) throw error; // Not the system's answer but a fault of ours.
    return failure({ code, detail: error.message });
  }
}

async function entriesOf(path: string): Promise<FolderEntry[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.map((entry) => {
    let kind: EntryKind = 'other';
    if (entry.isFile()) kind = 'file';
    else if (entry.isDirectory()) kind = 'folder';
    else if (entry.isSymbolicLink()) kind = 'link';
    return { name: entry.name, kind };
  });
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(START_BYTES), 0, START_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readAll(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

/** B-35: written beside the target and moved over it, so that a full disk leaves the old file whole. */
async function replaceFile(path: string, text: string): Promise<undefined> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return undefined;
}
