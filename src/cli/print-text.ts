/** Draws a report as text for a terminal or a file. */

export { printText, visible, widthOf } from '../i18n/report/index.ts';
