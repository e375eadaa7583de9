// What only the picture knows: the ground that a text or mark really stands on, and how much of it is saturated.

/**
 * Reads a picture in a blank page. For each thing `{boxes, paints, alpha}`: its contrast on the colour that most of its
 * box has, and whether anything of its colour is to be seen there. `saturated`: the share of coloured pixels.
 */
export function readPicture(page, png, things) {
  return page.evaluate(read, { base64: png.toString('base64'), things });
}

async function read({ base64, things }) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);

  const swatch = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const paintOf = (paint) => {
    swatch.clearRect(0, 0, 1, 1);
    swatch.fillStyle = paint;
    swatch.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = swatch.getImageData(0, 0, 1, 1).data;
    return { colour: [red, green, blue], alpha: alpha / 255 };
  };
  const lightOf = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [lightOf(one), lightOf(other)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  /** How often each colour stands in the boxes, by its number. */
  function coloursIn(boxes, by) {
    const counts = new Map();
    for (const { left, top, right, bottom } of boxes) {
      for (let y = Math.max(0, Math.floor(top - by)); y < Math.min(height, bottom + by); y += 1) {
        for (let x = Math.max(0, Math.floor(left - by)); x < Math.min(width, right + by); x += 1) {
          const at = (y * width + x) * 4;
          const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
      }
    }
    return counts;
  }
  const partsOf = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const apart = (one, other) => Math.hypot(...one.map((part, index) => part - other[index]));

  function look({ boxes, paints, alpha = 1 }) {
    const counts = coloursIn(boxes, 1);
    if (counts.size === 0) return { contrast: 0, isSeen: false };
    const [most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    const ground = partsOf(most);
    const pixels = [...counts.keys()].map(partsOf);
    let best = { contrast: 0, isSeen: false };
    for (const { colour, alpha: own } of paints.map(paintOf)) {
      const share = own * alpha;
      const shown = colour.map((part, index) => part * share + ground[index] * (1 - share));
      const far = apart(shown, ground);
      const nearest = Math.min(...pixels.map((pixel) => apart(shown, pixel)));
      const ratio = contrast(shown, ground);
      if (ratio > best.contrast)
        best = { contrast: ratio, isSeen: far < 8 || nearest < Math.max(24, far / 3) };
    }
    return best;
  }

  let saturated = 0;
  for (let index = 0; index < data.length; index += 4) {
    const [red, green, blue] = data.subarray(index, index + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 90) saturated += 1;
  }
  return { looks: things.map(look), saturated: saturated / (width * height) };
}
