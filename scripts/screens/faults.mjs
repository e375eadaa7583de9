// Judges what was measured on a screen, and tells what a person would stumble over.
import { readFileSync } from 'node:fs';
import { sample } from './list.mjs';
import { readPicture } from './pixels.mjs';

const { resources } = JSON.parse(readFileSync(sample, 'utf8'));
const names = new Set(Object.values(resources).map(({ tags }) => tags?.Name));

const SATURATED = 0.05;
const TEXT_CONTRAST = 4.5;
const MARK_CONTRAST = 3;
const EDGE = 6;
const SIZE = { chrome: 11, canvas: 10 };

const NEAR = 4;

const fault = (what, where) => ({ what, where });
const overlap = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
const meets = (one, other) => one.boxes.some((a) => other.boxes.some((b) => overlap(a, b)));
const short = (words) => `“${words.length > 48 ? `${words.slice(0, 48)}…` : words}”`;
const place = ({ words, where }) => `${short(words)} ${where}`;

/** `measured` by in-page.mjs, `png` the picture of the same screen, `looker` a page that reads pictures. */
export async function faultsOf(measured, png, looker) {
  const { texts, marks, panels, gaps, crossings, lang } = measured;
  const shown = texts.filter(({ boxes }) => boxes.length > 0);
  const { looks, saturated } = await readPicture(looker, png, [
    ...shown.map(({ boxes, paint, alpha }) => ({ boxes, paints: [paint], alpha })),
    ...marks,
  ]);
  const seen = shown.map((text, index) => ({ ...text, ...looks[index] })).filter(({ isSeen }) => isSeen);
  const seenMarks = marks
    .map((mark, index) => ({ ...mark, ...looks[shown.length + index] }))
    .filter(({ isSeen }) => isSeen);
  const hidden = texts.filter(({ boxes }) => boxes.length === 0);
  return [
    ...[...seen, ...hidden].flatMap(cutOf),
    ...seen.flatMap(typeOf),
    ...overlapsOf(seen, measured.badges),
    ...seenMarks
      .filter(({ contrast }) => contrast < MARK_CONTRAST - 0.02)
      .map(({ contrast, where }) => fault('mark contrast', `${contrast.toFixed(2)}: ${where}`)),
    ...controlFaults(measured.controls),
    ...panels.flatMap(startsOf),
    ...gaps.map((gap) => fault('gap off the scale', gap)),
    ...crossings.map((crossing) => fault('line through a card', crossing)),
    ...seen
      .filter((text) => isStranger(text, lang))
      .map((text) => fault('in the other language', place(text))),
    ...(saturated > SATURATED ? [fault('saturated', `${(saturated * 100).toFixed(1)} %`)] : []),
  ];
}

function cutOf(text) {
  const { cut, words } = text;
  if (cut) return [fault(cut.room > 8 ? 'cut off, with room' : 'cut off', `${place(text)} by ${cut.by}`)];
  // What is drawn is cut before it gets here.
  return text.isOnCanvas && words.includes('…') ? [fault('cut off', place(text))] : [];
}

function typeOf(text) {
  const { edge, size, isOnCanvas, isQuiet, contrast, isWhole, cut } = text;
  const least = SIZE[isOnCanvas ? 'canvas' : 'chrome'];
  return [
    ...(edge !== undefined && edge < EDGE - 0.6 && isWhole && !cut
      ? [fault('near its edge', `${edge.toFixed(1)} px: ${place(text)}`)]
      : []),
    ...(size < least - 0.05 ? [fault('small type', `${size.toFixed(1)} px: ${text.where}`)] : []),
    ...(!isQuiet && contrast < TEXT_CONTRAST - 0.02
      ? [fault('text contrast', `${contrast.toFixed(2)}: ${place(text)}`)]
      : []),
  ];
}

function overlapsOf(texts, badges) {
  return texts.flatMap((text, index) => {
    const other = texts.slice(index + 1).find((each) => meets(text, each));
    const isUnderBadge = text.isOnCanvas && !text.isBadge && meets(text, { boxes: badges });
    return [
      ...(other ? [fault('texts overlap', `${place(text)} and ${place(other)}`)] : []),
      ...(isUnderBadge ? [fault('badge on text', place(text))] : []),
    ];
  });
}

function controlFaults(controls) {
  // The bar at the top has its own, on every view.
  const accents = controls.filter(({ isAccent, isInTopBar }) => isAccent && !isInTopBar);
  return [
    ...(accents.length > 1
      ? [fault('accent buttons', accents.map(({ words }) => short(words)).join(', '))]
      : []),
    ...controls
      .filter(({ isSmall }) => isSmall)
      .map(({ size, words, where }) => fault('small to hit', `${size}: ${short(words)} ${where}`)),
  ];
}

/** Starts that differ by less than a letter are one line to the eye. */
function startsOf({ name, starts }) {
  const lines = [];
  for (const start of starts.toSorted((a, b) => a - b)) {
    const line = lines.at(-1);
    if (line && start - line.from <= NEAR) line.count += 1;
    else lines.push({ from: start, count: 1 });
  }
  const often = lines.filter(({ count }) => count > 1);
  return often.length > 2
    ? [fault('left edges', `${name}: ${often.map(({ from, count }) => `${from} (${count})`).join(', ')}`)]
    : [];
}

const japanese = /[\u3000-\u30ff\u4e00-\u9fff]/;
/** Words that are the same in both languages: names and ids, addresses, what AWS, formats and keyboards call things. */
const same =
  /^[\W\d_]*$|[\d./:]{4}|-[a-z\d]|^[A-Z_]+$|^\.|[a-z][A-Z]|^(aws|json|main|shop|React Flow|English)$/;

function isStranger({ words, where, isOnCanvas }, lang) {
  if (lang !== 'ja') return japanese.test(words) && !words.includes('日本語');
  const isName = names.has(words) || isOnCanvas || /^(kbd|u)\./.test(where);
  return (
    !isName &&
    /[a-z]{3}/.test(words) &&
    (!japanese.test(words) || /[a-z]{3,} [a-z]{3,}/.test(words)) &&
    !same.test(words)
  );
}

/** The faults as a table: each once, with the screens and looks that have it. */
export function tableOf(faults) {
  const rows = new Map();
  for (const { name, look, what, where } of faults) {
    const key = `${what}\t${where}`;
    const row = rows.get(key) ?? { names: new Set(), looks: new Set() };
    row.names.add(name);
    row.looks.add(look);
    rows.set(key, row);
  }
  const few = (words) =>
    words.size > 3 ? `${[...words].slice(0, 2).join(' ')} and ${words.size - 2} more` : [...words].join(' ');
  return [...rows]
    .map(([key, { names, looks }]) => `${key}\t${few(names)}\t${few(looks)}`)
    .toSorted()
    .join('\n');
}
