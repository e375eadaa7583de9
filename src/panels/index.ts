/** Everything around the canvas: palette, outline, inspector, findings, path, files. */

export { Page } from './shell/Page.tsx';
