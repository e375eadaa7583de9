/** An SVG as pixels: drawn by the browser with the page's own letters, which an image cannot ask the page for. */

import letters from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import arrows from '../../ui/inter-arrows.woff2?url&no-inline';

/** What browsers draw at most, along one side and in all. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 120_000_000;

export const canRaster = (width: number, height: number, scale: number): boolean =>
  Math.max(width, height) * scale <= MOST_SIDE && width * height * scale * scale <= MOST_PIXELS;

let face: Promise<string> | undefined;

const asDataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The font cannot be read')));
    reader.readAsDataURL(blob);
  });

/** The letters and the arrows as a style of the picture itself. */
async function loadFace(): Promise<string> {
  const faces = await Promise.all([
    faceOf(letters, 'U+0-218F,U+2191,U+2193-FFFF'),
    faceOf(arrows, 'U+2190,U+2192'),
  ]);
  return `<style>${faces.join('')}</style>`;
}

async function faceOf(file: string, range: string): Promise<string> {
  const answer = await fetch(file);
  const address = await asDataAddress(await answer.blob());
  return `@font-face{font-family:Inter;font-weight:100 900;src:url(${address.replace(/^data:[^;,]*/, 'data:font/woff2')}) format('woff2');unicode-range:${range}}`;
}

/** Draws the picture on a canvas of that many pixels a unit. */
export async function rasterOf(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  face ??= loadFace();
  const lettered = svg.replace('<defs>', `<defs>${await face}`);
  const image = new Image();
  const address = URL.createObjectURL(new Blob([lettered], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser gives no canvas to draw on');
    context.scale(scale, scale);
    context.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The picture is larger than the browser can draw'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
