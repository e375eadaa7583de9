/** Opening and saving: files and folders in, the design's own file out. A bad file never touches the open design. */

import { ownDesign, type Template } from '../learn/index.ts';
import type { Design, Language, LocalText } from '../model/index.ts';
import type {
  Excerpt,
  ImportReport,
  PickedFile,
  Picture,
  PictureOptions,
  PreviewOptions,
  Reading,
  UndeterminedPaths,
} from '../worker/index.ts';
import { causesOf } from './causes.ts';
import { concernedBy, contradictedIn, warnedLines } from './concerned.ts';
import type { RunJob } from './job-client.ts';
import { merged } from './merged.ts';
import type { Picked, Progress } from './picking.ts';
import type { Opening, ReadReport } from './state.ts';
import type { Store } from './store.ts';
import { runJob } from './workers.ts';

const EXTENSION = '.vpcd.json';

export interface OpenedFrom {
  /** The handle of the one file that was opened, so that it can be saved back. */
  readonly handle?: FileSystemFileHandle;
}

/** More than this is looked at before it is opened. */
const REVIEWED_FROM = 50;

/** `opened`: it is on the canvas. `review`: the person decides first. `refused`: it was said why. */
export type Outcome = 'opened' | 'review' | 'refused';

/** Reads files, and opens them at once where there is nothing to decide and nothing to look at. */
export async function openFiles(
  store: Store,
  files: readonly PickedFile[],
  from: OpenedFrom = {},
  run: RunJob = runJob,
): Promise<Outcome> {
  const label = { en: 'Reading files', ja: 'ファイルを読み取り中' };
  const outcome = await working(store, label, async (): Promise<Outcome> => {
    const { design: open, version } = store.api.getState();
    const isOpen = Object.keys(open.resources).length > 0;
    const reading = await run('read', { files, ...(isOpen ? { open } : {}) });
    const { report } = reading;
    const isUsed = hasOpened(report) || tells(reading.addition);
    if (!isUsed && !hasPlaces(report)) {
      store.notify({ tone: 'error', message: whyNot(report, files) });
      return 'refused';
    }
    store.api.setState({
      opening: { reading, files, version, ...(from.handle ? { handle: from.handle } : {}) },
    });
    if (isOpen || !hasOpened(report) || (await needsReview(report, run))) return 'review';
    openAsNew(store);
    return 'opened';
  });
  return outcome ?? 'refused';
}

/** Something was not understood, it is much, or what is missing leaves paths open. */
async function needsReview(
  { notUnderstood, missing, counts, design }: ImportReport,
  run: RunJob,
): Promise<boolean> {
  const isMuch = Object.values(counts).reduce((sum, count) => sum + count, 0) > REVIEWED_FROM;
  if (notUnderstood.length > 0 || isMuch) return true;
  return missing.length > 0 && (await run('undetermined', { design })).count !== 0;
}

/** Whether what was read is a design of its own; else it can be added at most, or only looked at. */
export const canOpen = ({ reading }: Opening): boolean => hasOpened(reading.report);

/** Whether it tells the open design anything. */
export const canAdd = ({ reading }: Opening): boolean => tells(reading.addition);

const tells = (addition: Reading['addition']): boolean =>
  addition !== undefined &&
  (addition.completes || addition.added.length + addition.changed.length + addition.same > 0);

/** Puts what was read on the canvas as a design of its own. What was open stays in the browser, and one undo away. */
export function openAsNew(store: Store): void {
  const { opening } = store.api.getState();
  if (!opening) return;
  const { reading, files, handle } = opening;
  const { design, ...report } = reading.report;
  const [only] = files;
  const isDesignFile = files.length === 1 && report.files.every(({ format }) => format === 'design');
  store.openDesign(design, {
    name: isDesignFile && only ? baseName(only.path) : design.name,
    ...(isDesignFile && handle ? { handle, saveState: 'savedToFile' } : {}),
    ...(report.readOnly === undefined ? {} : { readOnly: report.readOnly }),
  });
  settle(store, report);
  store.reveal([]);
  const count = Object.keys(design.resources).length;
  store.notify({
    tone: 'info',
    message: {
      en: `${design.name} is open: ${count} ${count === 1 ? 'resource' : 'resources'}.`,
      ja: `${design.name} を開きました (リソース\u00a0${count}\u00a0件)。`,
    },
    ...(store.api.getState().history.undo.length > 0 ? { command: 'undo' } : {}),
  });
}

/** Starts from a template: a design of the person's own, in their language. */
export async function openTemplate(store: Store, template: Template): Promise<void> {
  await working(store, { en: 'Opening the template', ja: 'テンプレートを開いています' }, async () => {
    const bytes = new TextEncoder().encode(await template.load());
    const { report } = await runJob('read', { files: [{ path: `${template.id}.vpcd.json`, bytes }] });
    const { language } = store.api.getState().view;
    const design = ownDesign(report.design, template, language);
    store.openDesign(design, { name: design.name });
    store.setView({ drawerOpen: true, drawerTab: 'intents' });
    store.reveal([]);
  });
}

/** Adds what was read to the open design, as one step. Nothing of it moves. */
export async function addToOpen(store: Store, run: RunJob = runJob): Promise<void> {
  const { opening, design: open, version } = store.api.getState();
  if (!opening) return;
  const { reading, files } = opening;
  await working(store, { en: 'Adding files', ja: 'ファイルを追加中' }, async () => {
    const made =
      reading.addition && opening.version === version ? reading.addition : await run('add', { open, files });
    const name = open.name;
    store.edit({ en: `Add files to ${name}`, ja: `${name} にファイルを追加` }, () => made.design);
    settle(store, made.report);
    const [added, changed] = [made.added.length, made.changed.length];
    store.notify({
      tone: 'info',
      message: {
        en: `Added to ${name}: ${added} new, ${changed} updated.`,
        ja: `${name} に追加しました (新規 ${added} 件、更新 ${changed} 件)。`,
      },
      command: 'undo',
    });
  });
}

/** Nothing of it is opened. */
export const dropOpening = (store: Store): void => settle(store, store.api.getState().report);

function settle(store: Store, report: ReadReport | undefined): void {
  store.api.setState((state) => merged(state, { opening: undefined, report }), true);
}

/** Paths of a design that a missing fact leaves open. */
export const undeterminedOf = (design: Design): Promise<UndeterminedPaths> =>
  runJob('undetermined', { design });

/** The lines around a place of a file that was read. */
export const excerptOf = (file: PickedFile, line: number, column: number): Promise<Excerpt | undefined> =>
  runJob('excerpt', { file, line, column });

/** There is something to open: a resource, or a design file that is empty and whole. */
const hasOpened = ({ files, notUnderstood }: ImportReport): boolean =>
  files.some(({ resources }) => resources > 0) ||
  (notUnderstood.length === 0 && files.some(({ format }) => format === 'design'));

/** What is wrong stands at places that can be looked at, or there is too much of it for one sentence. */
const hasPlaces = ({ notUnderstood }: ImportReport): boolean =>
  notUnderstood.length > 1 || notUnderstood.some(({ place }) => /^\d+:/.test(place));

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

/** Reads what was chosen or dropped, telling how far it is; undefined where that did not work, which was said. */
export const gather = (
  store: Store,
  read: (tell: Progress) => Promise<Picked>,
): Promise<Picked | undefined> => {
  const label = { en: 'Reading files', ja: 'ファイルを読み取り中' };
  return working(store, label, () =>
    read((done, total) =>
      store.api.setState((state) => (state.busy ? { ...state, busy: { label, done, total } } : state)),
    ),
  );
};

/** Tells of work that takes longer than a blink, and of a fault in it. */
export async function working<Value>(
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
export async function saveToFile(
  store: Store,
  where: 'same file' | 'another file',
  run: RunJob = runJob,
): Promise<void> {
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
    const text = await run('write', { design });
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
export const safeName = (name: string): string =>
  name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replace(/^[.\s]+/, '') || 'design';

export const fileNameOf = (design: Design): string => safeName(design.name) + EXTENSION;

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

/** Hands a file to the browser as one of its downloads. */
export function download(name: string, content: string | Blob, type: string): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Downloads the open design whatever becomes of the browser's own storage. */
export async function downloadDesign(store: Store): Promise<void> {
  const { design } = store.api.getState();
  await working(store, { en: 'Saving', ja: '保存中' }, async () => {
    download(fileNameOf(design), await runJob('write', { design }), 'application/json');
    store.setFile({ saveState: 'savedToFile', name: fileNameOf(design) });
  });
}

const moreAlike: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => ` (and ${count} more of the same cause)`,
  ja: (count) => ` (同じ原因でほか ${count} 件)`,
};

/** The picture of the open design. */
export function pictureOf(store: Store, options: PictureOptions): Promise<Picture> {
  const { design, answers } = store.api.getState();
  const causes = causesOf(answers.findings, { least: 'note', withMuted: false });
  const findings = causes.map(({ finding, consequences, alike = 0 }) => {
    const same = alike > 0 ? [finding, ...consequences] : [finding];
    return {
      at: [...new Set(same.flatMap((each) => [each.resource, ...concernedBy(design, each)]))],
      severity: finding.severity,
      text: finding.message[options.language] + (alike > 0 ? moreAlike[options.language](alike) : ''),
    };
  });
  return runJob('picture', {
    design,
    options,
    findings,
    warnings: warnedLines(answers.findings),
    contradicted: contradictedIn(answers.findings),
  });
}

/** The drawing of any design, alone. */
export const previewOf = (design: Design, options: PreviewOptions): Promise<string> =>
  runJob('preview', { design, options });

/** A PNG with the picture's texts, and the design where it is to be kept inside. */
export async function pngOf(pixels: Blob, { texts }: Picture): Promise<Blob> {
  const bytes = new Uint8Array(await pixels.arrayBuffer());
  return new Blob([await runJob('png', { bytes, texts })], { type: 'image/png' });
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
