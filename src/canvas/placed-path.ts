/** Path data moved and scaled to its place, so that a glyph needs no coordinate system of its own. */

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

interface Command {
  readonly letter: string;
  readonly numbers: readonly number[];
}

const NUMBER = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/y;
/** The flags of an arc may stand without a space between them and what follows. */
const FLAG = /[\s,]*([01])/y;
const LETTER = /[\s,]*([a-z])/iy;

function readCommands(d: string): Command[] {
  const commands: Command[] = [];
  let at = 0;
  const read = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(d)?.[1];
    if (found !== undefined) at = pattern.lastIndex;
    return found;
  };
  for (let letter = read(LETTER); letter !== undefined; letter = read(LETTER)) {
    const isArc = letter === 'a' || letter === 'A';
    const numbers: number[] = [];
    for (;;) {
      const place = numbers.length % 7;
      const text = read(isArc && (place === 3 || place === 4) ? FLAG : NUMBER);
      if (text === undefined) break;
      numbers.push(Number(text));
    }
    commands.push({ letter, numbers });
  }
  return commands;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Relative coordinates are only scaled; radii too, and an arc's turn and flags stay. */
function placeNumber(letter: string, value: number, index: number, { x, y, scale }: Place): number {
  const kind = letter.toLowerCase();
  const isAbsolute = letter !== kind;
  if (kind === 'a') {
    const part = index % 7;
    if (part >= 2 && part <= 4) return value;
    return rounded(value * scale + (isAbsolute && part > 4 ? (part === 5 ? x : y) : 0));
  }
  const isVertical = kind === 'v' || (kind !== 'h' && index % 2 === 1);
  return rounded(value * scale + (isAbsolute ? (isVertical ? y : x) : 0));
}

const cache = new Map<string, string>();
/** Things are drawn at few places relative to their boxes; a drawing full of odd sizes starts over. */
const MOST = 4000;

/** The same outline, scaled about its origin and then moved. Its first command must be absolute. */
export function placedPath(d: string, place: Place): string {
  const key = `${place.x} ${place.y} ${place.scale} ${d}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const placed = readCommands(d)
    .map(
      ({ letter, numbers }) =>
        letter + numbers.map((value, index) => placeNumber(letter, value, index, place)).join(' '),
    )
    .join('');
  if (cache.size >= MOST) cache.clear();
  cache.set(key, placed);
  return placed;
}
