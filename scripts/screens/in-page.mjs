// Runs in the page before anything of its own: reads out of the document what stands where.

const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
const isThere = ({ left, top, right, bottom }) => right - left > 1 && bottom - top > 1;

const common = (a, b) => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

const around = (a, b) => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

function ancestorsOf(element) {
  const found = [];
  for (let each = element; each; each = each.parentElement) found.push(each);
  return found;
}

/** Its tag and the class that it or the nearest above it has, without what the build added. */
function nameOf(element) {
  const classOf = (one) => String(one.className?.baseVal ?? one.className ?? '').split(' ')[0];
  const named = ancestorsOf(element)
    .map(classOf)
    .find((name) => name !== '');
  return `${element.tagName.toLowerCase()}.${(named ?? '').replace(/^_|_[\w-]{5}_\d+$/g, '')}`;
}

const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const isDisabled = (element) =>
  element.closest(':disabled, [aria-disabled="true"], [data-disabled], [inert]') !== null;
const canvasOf = () => document.querySelector('.react-flow__viewport');
const isOnCanvas = (element) => canvasOf()?.contains(element) ?? false;
const alphaOf = (element) =>
  ancestorsOf(element).reduce((alpha, each) => alpha * Number(getComputedStyle(each).opacity), 1);

/** The dialog or menu that is open over all else. */
const floating = () =>
  [...document.querySelectorAll('[role="dialog"], [role="menu"]')].findLast((each) => each.checkVisibility());

/** Whether it is on top, not under a dialog, a menu or a bar. */
function isOnTop(element) {
  const top = floating();
  if (top) return top.contains(element);
  const layers = '[data-region], [role="toolbar"], [role="search"], [role="status"]';
  const { left, top: above, right, bottom } = element.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (above + bottom) / 2);
  return hit === null || hit.closest(layers) === element.closest(layers);
}

/** The part of a box that its ancestors let through, and the one that cuts it off without a way to scroll. */
function letThrough(element, box) {
  let clip = common(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  let cutter;
  for (const each of ancestorsOf(element)) {
    const { overflowX, overflowY } = getComputedStyle(each);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    if (each instanceof SVGElement && !(each instanceof SVGSVGElement)) continue;
    const port = each.getBoundingClientRect();
    const isFixed = overflowX === 'hidden' || overflowX === 'clip';
    if (isFixed && (box.right > port.right + 1 || box.left < port.left - 1)) cutter ??= each;
    clip = common(clip, boxOf(port));
  }
  return { clip, cutter };
}

/** What is free beside an element in its row. */
function roomBeside(element) {
  const row = element.parentElement;
  if (!row) return 0;
  const { columnGap, paddingLeft, paddingRight } = getComputedStyle(row);
  const taken = [...row.children].reduce((sum, each) => sum + each.getBoundingClientRect().width, 0);
  const gaps = (parseFloat(columnGap) || 0) * (row.children.length - 1);
  return row.clientWidth - taken - gaps - parseFloat(paddingLeft) - parseFloat(paddingRight);
}

/** The nearest box that is painted around an element; a cell of a table is none, nor what ends where its words do. */
function paintedBox(element) {
  return ancestorsOf(element).find((each) => {
    const { backgroundColor, borderLeftWidth, borderRightWidth, paddingLeft, display } =
      getComputedStyle(each);
    if (display.startsWith('table') || each.matches('[role="row"], [role="gridcell"]')) return false;
    const hasFill =
      !/^rgba\(.*, 0\)$/.test(backgroundColor) && (parseFloat(paddingLeft) > 0 || each !== element);
    return hasFill || (parseFloat(borderLeftWidth) > 0 && parseFloat(borderRightWidth) > 0);
  });
}

function readText(node) {
  const element = node.parentElement;
  const words = node.textContent.trim();
  if (words === '' || !element || element.closest('script, style, option, .drag-ghost')) return [];
  if (!isShown(element) || !isOnTop(element)) return [];
  const range = document.createRange();
  range.selectNodeContents(node);
  const boxes = [...range.getClientRects()].map(boxOf).filter(isThere);
  if (boxes.length === 0 || element.getBoundingClientRect().width <= 1.5) return [];
  const isDrawn = element instanceof SVGElement;
  const scale = isDrawn ? Math.abs(element.getScreenCTM()?.a ?? 1) : 1;
  const whole = boxes.reduce(around);
  const { clip, cutter } = letThrough(element, whole);
  if (!isThere(clip)) return [];
  const { fontSize, fill, color } = getComputedStyle(element);
  const holder = (isDrawn ? element.closest('.item-card') : paintedBox(element))?.getBoundingClientRect();
  return [
    {
      words,
      where: nameOf(element),
      boxes: boxes.map((box) => common(box, clip)).filter(isThere),
      isWhole: clip.bottom - clip.top >= whole.bottom - whole.top - 1,
      size: parseFloat(fontSize) * scale,
      paint: isDrawn ? fill : color,
      alpha: alphaOf(element),
      isBadge: element.closest('[data-badge]') !== null,
      isOnCanvas: isOnCanvas(element),
      isQuiet: isDisabled(element) || element.closest('.dim, .stale') !== null,
      cut: cutter && { by: nameOf(cutter), room: roomBeside(cutter) },
      edge: holder && Math.min(whole.left - holder.left, holder.right - whole.right) / scale,
    },
  ];
}

/** How wide words would be in the type of an element. */
function widthOf(words, element) {
  const { font, letterSpacing, fontVariantNumeric } = getComputedStyle(element);
  const probe = document.body.appendChild(document.createElement('span'));
  Object.assign(probe.style, {
    position: 'absolute',
    whiteSpace: 'pre',
    font,
    letterSpacing,
    fontVariantNumeric,
  });
  probe.textContent = words;
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width;
}

function roomIn(field) {
  const { paddingLeft, paddingRight } = getComputedStyle(field);
  return field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
}

function readTexts() {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(...readText(node));
  for (const field of document.querySelectorAll('input, select')) {
    const words = field.selectedOptions?.[0]?.text ?? (field.value || field.placeholder);
    if (!isShown(field) || !isOnTop(field) || widthOf(words, field) <= roomIn(field) + 4) continue;
    texts.push({ words, where: nameOf(field), boxes: [], cut: { by: nameOf(field), room: 0 } });
  }
  return texts;
}

/** Small pictures of the chrome with the paints that they are made of. */
function readMarks() {
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    const box = svg.getBoundingClientRect();
    if (box.width > 32 || box.width < 6 || isOnCanvas(svg) || svg.closest('.drag-ghost')) return [];
    if (!isShown(svg) || !isOnTop(svg) || isDisabled(svg)) return [];
    const { clip } = letThrough(svg, boxOf(box));
    if (clip.right - clip.left < box.width - 1 || clip.bottom - clip.top < box.height - 1) return [];
    const paints = [...svg.querySelectorAll('*')].flatMap((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].filter((paint) => paint !== 'none');
    });
    return [{ where: nameOf(svg), boxes: [boxOf(box)], paints: [...new Set(paints)], alpha: alphaOf(svg) }];
  });
}

const REACH = 11.5;

function readControls() {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--accent-fill)';
  const accent = getComputedStyle(probe).color;
  probe.remove();
  const kinds =
    'button, a[href], input, select, textarea, [role="tab"], [role="option"], [role="menuitem"], [role="treeitem"], [role="switch"], [role="radio"]';
  return [...document.querySelectorAll(kinds)].flatMap((control) => {
    const box = control.getBoundingClientRect();
    if (box.width < 2 || !isShown(control) || !isOnTop(control) || isDisabled(control)) return [];
    const takers = [control, ...(control.labels ?? [])];
    const takes = (x, y) => {
      const hit = document.elementFromPoint((box.left + box.right) / 2 + x, (box.top + box.bottom) / 2 + y);
      return hit !== null && takers.some((taker) => taker.contains(hit));
    };
    if (!takes(0, 0)) return [];
    const isInSentence =
      control.matches('p *, li *') && control.closest('p, li').innerText.trim() !== control.innerText.trim();
    const isNarrow = box.width < 2 * REACH && !(takes(-REACH, 0) && takes(REACH, 0));
    const isLow = box.height < 2 * REACH && !(takes(0, -REACH) && takes(0, REACH));
    return [
      {
        where: nameOf(control),
        words: (control.getAttribute('aria-label') ?? control.innerText).trim().slice(0, 40),
        isAccent: getComputedStyle(control).backgroundColor === accent && control.innerText.trim() !== '',
        isInTopBar: control.closest('[data-region="top"]') !== null,
        isSmall: !isInSentence && !control.matches('[role="gridcell"] *') && (isNarrow || isLow),
        size: `${Math.round(box.width)}×${Math.round(box.height)}`,
      },
    ];
  });
}

/** Where the lines of a panel begin that stand in no box of their own: how many at each distance from its edge. */
function readPanels() {
  const panels = [...document.querySelectorAll('[data-region="left"], [data-region="right"]')];
  return panels.flatMap((panel) => {
    if (!isOnTop(panel) || panel.querySelector('[role="tree"]')) return [];
    const starts = new Map();
    for (const leaf of panel.querySelectorAll('*')) {
      const hasText = [...leaf.childNodes].some(
        (node) => node.nodeType === 3 && node.textContent.trim() !== '',
      );
      if (!hasText && !leaf.matches('svg, input, select')) continue;
      const box = leaf.getBoundingClientRect();
      if (box.width < 2 || !isShown(leaf) || leaf.parentElement.closest('svg')) continue;
      const holder = paintedBox(leaf.parentElement);
      if (holder && holder !== panel && panel.contains(holder)) continue;
      const line = Math.round((box.top + box.bottom) / 24);
      const known = [line - 1, line, line + 1].find((each) => starts.has(each)) ?? line;
      const left = box.left + (hasText ? parseFloat(getComputedStyle(leaf).paddingLeft) : 0);
      starts.set(known, Math.min(starts.get(known) ?? Infinity, left));
    }
    const edge = panel.getBoundingClientRect().left;
    return [
      { name: panel.dataset.region, starts: [...starts.values()].map((left) => Math.round(left - edge)) },
    ];
  });
}

const SCALE = [4, 8, 12, 16, 20, 24, 32, 40];

function readGaps() {
  const gaps = [...document.querySelectorAll('body *')].flatMap((element) => {
    if (element.childElementCount < 2 || isOnCanvas(element) || !isShown(element)) return [];
    const { display, rowGap, columnGap } = getComputedStyle(element);
    // What stands within one line, such as a picture and its word, is nearer than the scale knows.
    if (!/flex|grid/.test(display) || !isOnTop(element) || element.clientHeight <= 32) return [];
    return [rowGap, columnGap]
      .map(parseFloat)
      .filter((gap) => gap > 3 && !SCALE.includes(gap))
      .map((gap) => `${gap} px in ${nameOf(element)}`);
  });
  return [...new Set(gaps)];
}

/** Lines that run through a card which they don't end at. */
function readCrossings() {
  const cards = [...document.querySelectorAll('.item-card, .item-gate')].map((card) => ({
    name: card.getAttribute('aria-label') ?? '',
    box: card.getBoundingClientRect(),
  }));
  const holds = ({ left, top, right, bottom }, { x, y }, inset) =>
    x > left + inset && x < right - inset && y > top + inset && y < bottom - inset;
  const crossings = new Set();
  for (const line of document.querySelectorAll('.line-reach, .path-halo, .exposure-halo')) {
    const length = line.getTotalLength();
    const matrix = line.getScreenCTM();
    if (length < 8 || !matrix || !line.checkVisibility()) continue;
    const points = Array.from({ length: Math.ceil(length / 4) + 1 }, (_, step) =>
      line.getPointAtLength(Math.min(length, step * 4)).matrixTransform(matrix),
    );
    for (const { name, box } of cards) {
      const isEnd = holds(box, points[0], -8) || holds(box, points.at(-1), -8);
      if (!isEnd && points.some((point) => holds(box, point, 3)))
        crossings.add(`${line.parentElement.getAttribute('class')} through ${name}`);
    }
  }
  return [...crossings];
}

globalThis.readScreen = () => ({
  lang: document.documentElement.lang,
  texts: readTexts(),
  badges: [...document.querySelectorAll('[data-badge]')].map((badge) => boxOf(badge.getBoundingClientRect())),
  marks: readMarks(),
  controls: readControls(),
  panels: readPanels(),
  gaps: readGaps(),
  crossings: readCrossings(),
});

/** Waits until all that was asked for is there and nothing on the page has changed for a moment. */
globalThis.settle = async () => {
  await document.fonts.ready;
  const isFetched = ({ href }) =>
    performance.getEntriesByName(href).some(({ responseEnd }) => responseEnd > 0);
  const isWhole = () =>
    document.querySelector('[aria-busy="true"]') === null &&
    [...document.querySelectorAll('link[rel="modulepreload"], link[rel="stylesheet"]')].every(isFetched);
  for (let before = '', same = 0, round = 0; same < 3 && round < 60; round += 1) {
    await new Promise((done) => setTimeout(done, 100));
    const now = document.documentElement.innerHTML;
    same = now === before && isWhole() ? same + 1 : 0;
    before = now;
  }
};
