/** The colours of a picture: those of the page in light or dark, and those that read well on white paper. */

import { tokens, type Theme, type Token } from '../../drawing/index.ts';

/** `print`: white paper, black words, no tinted ground; tiers keep their borders, patterns and words. */
export type PictureTheme = Theme | 'print';

const WHITE = '#FFFFFF';

/** What printing changes about the light colours. */
const onPaper: Readonly<Partial<Record<Token, string>>> = {
  canvas: WHITE,
  panel: WHITE,
  sunken: WHITE,
  text: '#000000',
  'text-2': '#2B323C',
  'text-3': '#3D4653',
  line: '#B4BBC6',
  'line-2': '#9AA3B0',
  'line-strong': '#5A6472',
  grid: '#DFE3E9',
  'pub-fill': WHITE,
  'egr-fill': WHITE,
  'prv-fill': WHITE,
  'iso-fill': WHITE,
};

export const colourOf = (theme: PictureTheme, token: Token): string =>
  theme === 'print' ? (onPaper[token] ?? tokens[token].light) : tokens[token][theme];
