/** The texts of the page's frame. Parts that are loaded when they are asked for bring their own. */

import type { Language } from '../model/index.ts';
import { files } from './texts/files.ts';
import { palette } from './texts/palette.ts';
import { shell } from './texts/shell.ts';

const textsIn = (language: Language) => ({
  shell: shell[language],
  palette: palette[language],
  files: files[language],
});

export type Texts = ReturnType<typeof textsIn>;

const texts: Readonly<Record<Language, Texts>> = { en: textsIn('en'), ja: textsIn('ja') };

export const text = (language: Language): Texts => texts[language];
