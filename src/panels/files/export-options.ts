/** How a person last exported: kept in the browser, and checked when it is read back. */

import type { PictureOptions, PicturePart } from '../../app/index.ts';

export type Format = 'svg' | 'png' | 'design';
export type Scale = '1' | '2' | '3';

export interface ExportOptions {
  readonly format: Format;
  readonly theme: PictureOptions['theme'];
  readonly icons: PictureOptions['icons'];
  readonly show: readonly PicturePart[];
  readonly ids: PictureOptions['ids'];
  readonly publicAddresses: PictureOptions['publicAddresses'];
  readonly scale: Scale;
}

const KEY = 'vpc-designer:export';

const formats: readonly Format[] = ['svg', 'png', 'design'];
const themes: readonly ExportOptions['theme'][] = ['light', 'dark', 'print'];
const iconStyles: readonly ExportOptions['icons'][] = ['own', 'aws'];
const scales: readonly Scale[] = ['1', '2', '3'];
const parts: readonly PicturePart[] = ['tiers', 'addresses', 'findings', 'title', 'grid', 'design'];

export const usual: ExportOptions = {
  format: 'svg',
  theme: 'light',
  icons: 'own',
  show: ['tiers', 'addresses', 'findings', 'title', 'design'],
  ids: 'shown',
  publicAddresses: 'shown',
  scale: '2',
};

const oneOf = <Value extends string>(values: readonly Value[], value: unknown, otherwise: Value): Value =>
  values.find((each) => each === value) ?? otherwise;

/** What was kept, as far as it makes sense. */
export function optionsFrom(kept: string | null): ExportOptions {
  let read: unknown;
  try {
    read = JSON.parse(kept ?? '{}');
  } catch {
    return usual;
  }
  if (typeof read !== 'object' || read === null) return usual;
  const { format, theme, icons, show, ids, publicAddresses, scale } = read as Readonly<
    Record<string, unknown>
  >;
  return {
    format: oneOf(formats, format, usual.format),
    theme: oneOf(themes, theme, usual.theme),
    icons: oneOf(iconStyles, icons, usual.icons),
    show: Array.isArray(show) ? parts.filter((part) => show.includes(part)) : usual.show,
    ids: ids === 'hidden' ? 'hidden' : 'shown',
    publicAddresses: publicAddresses === 'hidden' ? 'hidden' : 'shown',
    scale: oneOf(scales, scale, usual.scale),
  };
}

export function readOptions(): ExportOptions {
  try {
    return optionsFrom(localStorage.getItem(KEY));
  } catch {
    return usual;
  }
}

export function keepOptions(options: ExportOptions): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(options));
  } catch {
    // Without storage they last as long as the dialog.
  }
}
