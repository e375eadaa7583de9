/** Opening and saving: files and folders in, the design's own file out. A bad file never touches the open design. */

import type { Design, LocalText } from '../model/index.ts';
import type { ImportReport, PickedFile, PictureOptions } from '../worker/index.ts';
import type { RunJob } from './job-client.ts';
import { runJob } from './workers.ts';
import type { Store } from './store.ts';

/** Entries of a folder that are looked at before the wanted ones are picked. */
export const FILE_LIMIT = 20_000;
/** All files of one opening together (D-11). */
export const BYTES_LIMIT = 200 * 1024 * 1024;

const EXTENSION = '.vpcd.json';

export interface OpenedFrom {
  /** The handle of the one file that was opened, so that it can be saved back. */
  readonly handle?: FileSystemFileHandle;
}

/** Reads files into the store. Out: the report, or undefined where nothing could be opened and the person was told. */
export async function openFiles(
  store: Store,
  files: readonly PickedFile[],
  from: OpenedFrom = {},
  run: RunJob = runJob,
): Promise<ImportReport | undefined> {
  const label = { en: 'Reading files', ja: 'ファイルを読み取り中' };
  return working(store, label, async () => {
    const report = await run('read', { files });
    if (!hasOpened(report)) {
      store.notify({ tone: 'error', message: whyNot(report, files) });
      return undefined;
    }
    const { design, ...rest } = report;
    const [only] = files;
    const isDesignFile = files.length === 1 && report.files.every(({ format }) => format === 'design');
    store.openDesign(design, {
      name: isDesignFile && only ? baseName(only.path) : design.name,
      ...(isDesignFile && from.handle ? { handle: from.handle, saveState: 'savedToFile' } : {}),
      ...(report.readOnly === undefined ? {} : { readOnly: report.readOnly }),
    });
    store.api.setState({ report: rest });
    store.reveal([]);
    return report;
  });
}

/** There is something to open: a resource, or a design file that is empty and whole. */
const hasOpened = ({ files, notUnderstood }: ImportReport): boolean =>
  files.some(({ resources }) => resources > 0) ||
  (notUnderstood.length === 0 && files.some(({ format }) => format === 'design'));

function whyNot({ notUnderstood }: ImportReport, files: readonly PickedFile[]): LocalText {
  const name = files.length === 1 ? baseName(files[0]?.path ?? '') : undefined;
  const subject = { en: name ?? 'These files', ja: name ?? 'これらのファイル' };
  const was = files.length === 1 ? 'was' : 'were';
  const [first] = notUnderstood;
  const why = first
    ? {
        en: ` ${first.what.en}: ${first.why.en.replace(/\.$/, '')}.`,
        ja: `${first.what.ja}: ${first.why.ja.replace(/。$/, '')}。`,
      }
    : { en: ' There is no resource in it.', ja: 'リソースが 1 つもありません。' };
  return {
    en: `${subject.en} ${was} not opened.${why.en} The open design was not changed.`,
    ja: `${subject.ja}を開けませんでした。${why.ja}開いているデザインは変更されていません。`,
  };
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Tells of work that takes longer than a blink, and of a fault in it. */
async function working<Value>(
  store: Store,
  label: LocalText,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  const timer = setTimeout(() => store.api.setState({ busy: { label } }), 400);
  try {
    return await work();
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    store.notify({
      tone: 'error',
      message: {
        en: `${label.en} stopped: ${reason}. The open design was not changed.`,
        ja: `${label.ja}に停止しました: ${reason}。開いているデザインは変更されていません。`,
      },
    });
    return undefined;
  } finally {
    clearTimeout(timer);
    store.api.setState(({ busy: _busy, ...state }) => state, true);
  }
}

/** Saves the design to a file of the disk: the one it came from, or another that the person names. */
export async function saveToFile(store: Store, where: 'same file' | 'another file'): Promise<void> {
  const { design, file } = store.api.getState();
  if (where === 'same file' && file.readOnly !== undefined) {
    store.notify({
      tone: 'error',
      message: {
        en: `${file.name} holds more than this version understands. Save it under another name.`,
        ja: `${file.name} には、このバージョンでは読み取れない内容があります。別の名前で保存してください。`,
      },
    });
    return;
  }
  await working(store, { en: 'Saving', ja: '保存中' }, async () => {
    const text = await runJob('write', { design });
    const known = where === 'same file' ? file.handle : undefined;
    const handle = known ?? (await pickPlace(fileNameOf(design)));
    if (handle === 'cancelled') return;
    if (handle === 'no picker') {
      download(fileNameOf(design), text, 'application/json');
      store.setFile({ name: fileNameOf(design), saveState: 'savedToFile', readOnly: undefined });
      return;
    }
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    store.setFile({ name: handle.name, handle, saveState: 'savedToFile', readOnly: undefined });
  });
}

/** A name that every file system takes. */
export const fileNameOf = (design: Design): string =>
  `${design.name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replace(/^[.\s]+/, '') || 'design'}${EXTENSION}`;

type SavePicker = (options: {
  readonly suggestedName: string;
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, string[]>>;
  }[];
}) => Promise<FileSystemFileHandle>;

async function pickPlace(suggestedName: string): Promise<FileSystemFileHandle | 'cancelled' | 'no picker'> {
  const picker = (window as { readonly showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (!picker) return 'no picker';
  try {
    return await picker.call(window, {
      suggestedName,
      types: [{ description: 'VPC Designer', accept: { 'application/json': [EXTENSION] } }],
    });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') return 'cancelled';
    if (fault instanceof DOMException && fault.name === 'SecurityError') return 'no picker';
    throw fault;
  }
}

/** Hands a text to the browser as a file of its downloads. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The picture of the open design as SVG text. */
export function pictureText(store: Store, options: PictureOptions): Promise<string> {
  const { design, answers } = store.api.getState();
  const findings = answers.findings
    .filter(({ muted, causedBy }) => !muted && causedBy === undefined)
    .map(({ resource, severity, message }) => ({ resource, severity, text: message[options.language] }));
  return runJob('picture', { design, options, findings });
}

/** The text of the open design's file. */
export const designText = (store: Store): Promise<string> =>
  runJob('write', { design: store.api.getState().design });

/** Places everything anew, as one step. */
export async function tidy(store: Store): Promise<void> {
  const { design } = store.api.getState();
  await working(store, { en: 'Laying out', ja: 'レイアウト中' }, async () => {
    const layout = await runJob('arrange', { design });
    store.edit({ en: 'Tidy', ja: '自動レイアウト' }, (now) => ({ ...now, layout }));
    store.reveal([]);
  });
}
