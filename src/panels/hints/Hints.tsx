/** Hints of a first visit: one at a time beside the thing that it is about, gone when that is done or it is closed. */

import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { app, useApp } from '../../app/index.ts';
import { hintTexts } from '../../i18n/index.ts';
import { IconButton, useTexts, type FloatSide } from '../../ui/index.ts';
import { useIsDrawing, useOpenDialog } from '../shell/dialogs.ts';
import { useIsEmpty } from '../parts/design-facts.ts';
import { freeSpot, type Box, type Drawn } from './free-spot.ts';
import { hintNow, keepGiven, readGiven, settled, type HintName } from './hints.ts';
import styles from './Hints.module.css';

/** What each stands beside. */
const anchors: Readonly<Record<HintName, { readonly selector: string; readonly side: FloatSide }>> = {
  vpc: { selector: '[data-region="left"] [data-kind="vpc"]', side: 'right' },
  tier: { selector: '[data-region="canvas"] .kind-subnet', side: 'right' },
  path: { selector: '[data-region="canvas"] [role="toolbar"]', side: 'top' },
  findings: { selector: '[data-region="drawer"] [data-value="findings"]', side: 'top' },
};

/** Narrower pages leave the drawing no room for hints. */
const WIDE = 1100;

const canvas = '[data-region="canvas"]';

const seen = (selector: string): readonly Box[] =>
  [...document.querySelectorAll(selector)]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width + height > 0);

/** Panels that no hint lies on; one whose thing stands in the left panel may reach over its edge. */
const panelsBut = (name: HintName): string =>
  ['right', 'drawer', 'top', 'status', ...(name === 'vpc' ? [] : ['left'])]
    .map((region) => `[data-region="${region}"]`)
    .join(', ');

/** What is on the page now, in window coordinates. */
function drawnNow(name: HintName): Drawn {
  const boxes = (selector: string): readonly Box[] => seen(`${canvas} :is(${selector})`);
  return {
    solids: [
      ...boxes('.item:not(.item-container):not(.item-frame)'),
      ...boxes('.item .art text'),
      ...boxes('.layer path, .layer text, .layer circle'),
      ...boxes('[role="toolbar"], [role="toolbar"] ~ [role="group"]'),
      ...seen(panelsBut(name)),
    ],
    frames: boxes('.item-container, .item-frame'),
  };
}

/** How often the thing's place is looked up: it moves with panels, zoom and drags. */
const OFTEN = 250;

/** All that its place follows from, told without asking for every box: as long as this is the same, so is the place. */
function situation(anchor: DOMRect | undefined, card: HTMLElement | null): string {
  const view = document.querySelector<HTMLElement>(`${canvas} .react-flow__viewport`);
  return [
    anchor && [anchor.left, anchor.top, anchor.right, anchor.bottom],
    [card?.offsetWidth, card?.offsetHeight, innerWidth, innerHeight],
    view?.style.transform,
    view?.getElementsByTagName('*').length,
    app.api.getState().version,
  ].join(' ');
}

export default function Hints() {
  const [given, setGiven] = useState(readGiven);
  const isEmpty = useIsEmpty();
  const isDrawing = useIsDrawing();
  const dialog = useOpenDialog();
  // Where a hint has no room now it waits for a change of the drawing, and others go first.
  const version = useApp((state) => state.version);
  const [crowd, setCrowd] = useState<{ readonly version: number; readonly names: readonly HintName[] }>({
    version,
    names: [],
  });
  const crowdedOut = crowd.version === version ? crowd.names : [];
  const due = useApp((state) => hintNow(given, state, crowdedOut));
  const done = useApp((state) => settled(given, state).join(' '));
  // One thing at a time: a notice goes first, and so does what a lens tells.
  const isBusy = useApp(
    ({ view, notices }) =>
      view.lens !== 'topology' ||
      notices.length > 0 ||
      view.paletteDrag !== undefined ||
      view.pickingEnd !== undefined,
  );

  // What was done once is known: its hint does not come when the thing is undone.
  useEffect(() => {
    const all = settled(given, app.api.getState());
    if (all.length === given.length) return;
    keepGiven(all);
    setGiven(all);
  }, [given, done]);

  const close = (name: HintName) => {
    const all = [...given, name];
    keepGiven(all);
    setGiven(all);
  };

  const isHidden = isBusy || dialog !== 'none' || (isEmpty && !isDrawing);
  return due === undefined || isHidden ? null : (
    <Hint
      key={due}
      name={due}
      onClose={() => close(due)}
      onNoRoom={() => setCrowd({ version, names: [...crowdedOut, due] })}
    />
  );
}

interface HintProps {
  readonly name: HintName;
  readonly onClose: () => void;
  readonly onNoRoom: () => void;
}

/** How long a hint looks for room before it gives way. */
const PATIENCE = 1000;

function Hint({ name, onClose, onNoRoom }: HintProps) {
  const texts = useTexts(hintTexts);
  const card = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | undefined>(undefined);

  useLayoutEffect(() => {
    const { selector, side } = anchors[name];
    let last: string | undefined;
    const look = () => {
      // Asking where things are would hold up the view while it moves.
      if (document.querySelector(`${canvas} .moving-view`)) return;
      const anchor = document.querySelector(selector)?.getBoundingClientRect();
      const element = card.current;
      const now = situation(anchor, element);
      if (now === last) return;
      last = now;
      const isRoom = innerWidth >= WIDE || name === 'vpc';
      if (!anchor || !element || anchor.width === 0 || !isRoom) {
        setPlace(undefined);
        return;
      }
      const spot = freeSpot(
        { anchor, side, align: name === 'findings' ? 'start' : 'center' },
        { width: element.offsetWidth, height: element.offsetHeight },
        { width: innerWidth, height: innerHeight },
        drawnNow(name),
      );
      setPlace((before) => (before?.left === spot?.left && before?.top === spot?.top ? before : spot));
    };
    look();
    const timer = setInterval(look, OFTEN);
    window.addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [name]);

  const hasRoom = place !== undefined;
  const giveWay = useRef(onNoRoom);
  useEffect(() => {
    giveWay.current = onNoRoom;
  }, [onNoRoom]);
  useEffect(() => {
    if (hasRoom) return undefined;
    const timer = setTimeout(() => giveWay.current(), PATIENCE);
    return () => clearTimeout(timer);
  }, [hasRoom]);

  return (
    <section
      ref={card}
      aria-label={texts.label}
      className={styles.hint}
      style={place ?? { visibility: 'hidden' }}
    >
      <p>{texts[name]}</p>
      <IconButton label={texts.close} icon={X} size="small" onClick={onClose} />
    </section>
  );
}
