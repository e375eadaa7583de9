/** Every text of the page, by part. */

import type { Language } from '../model/index.ts';
import { fields } from './texts/fields.ts';
import { files } from './texts/files.ts';
import { findings } from './texts/findings.ts';
import { inspector } from './texts/inspector.ts';
import { palette } from './texts/palette.ts';
import { path } from './texts/path.ts';
import { shell } from './texts/shell.ts';

const textsIn = (language: Language) => ({
  shell: shell[language],
  palette: palette[language],
  inspector: inspector[language],
  fields: fields[language],
  findings: findings[language],
  path: path[language],
  files: files[language],
});

export type Texts = ReturnType<typeof textsIn>;

const texts: Readonly<Record<Language, Texts>> = { en: textsIn('en'), ja: textsIn('ja') };

export const text = (language: Language): Texts => texts[language];
