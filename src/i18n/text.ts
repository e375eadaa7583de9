/** The texts of the page's frame. Parts that are loaded when they are asked for bring their own. */

import type { Language } from '../model/index.ts';
import { files } from './texts/files.ts';
import { palette } from './texts/palette.ts';
import { shell } from './texts/shell.ts';
import { unbrokenTexts } from './unbroken.ts';

const textsIn = (language: Language) => ({
  shell: shell[language],
  palette: palette[language],
  files: files[language],
});

export type Texts = ReturnType<typeof textsIn>;

const ja = textsIn('ja');
const texts: Readonly<Record<Language, Texts>> = {
  en: textsIn('en'),
  ja: { shell: unbrokenTexts(ja.shell), palette: unbrokenTexts(ja.palette), files: unbrokenTexts(ja.files) },
};

export const text = (language: Language): Texts => texts[language];
