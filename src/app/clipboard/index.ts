/** The clipboard. Fetched beside the first picture, which needs none of it. */

export { copied, cut, paste, shelved, type PasteFrom, type PasteHow } from './clipboard.ts';
export { writePicture } from './picture.ts';
