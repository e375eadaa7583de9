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

/** What is on the canvas now, in window coordinates. */
function drawnNow(): Drawn {
  const boxes = (selector: string): readonly Box[] =>
    [...document.querySelectorAll(`${canvas} ${selector}`)]
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => width + height > 0);
  return {
    solids: [
      ...boxes('.item:not(.item-container):not(.item-frame)'),
      ...boxes('.item .art text'),
      ...boxes('.layer path, .layer text, .layer circle'),
      ...boxes('[role="toolbar"], [role="toolbar"] ~ [role="group"]'),
    ],
    frames: boxes('.item-container, .item-frame'),
  };
}

/** How often the thing's place is looked up: it moves with panels, zoom and drags. */
const OFTEN = 250;

export default function Hints() {
  const [given, setGiven] = useState(readGiven);
  const isEmpty = useIsEmpty();
  const isDrawing = useIsDrawing();
  const dialog = useOpenDialog();
  const due = useApp((state) => hintNow(given, state));
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
  return due === undefined || isHidden ? null : <Hint key={due} name={due} onClose={() => close(due)} />;
}

function Hint({ name, onClose }: { readonly name: HintName; readonly onClose: () => void }) {
  const texts = useTexts(hintTexts);
  const card = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | undefined>(undefined);

  useLayoutEffect(() => {
    const { selector, side } = anchors[name];
    const look = () => {
      const anchor = document.querySelector(selector)?.getBoundingClientRect();
      const element = card.current;
      const isRoom = innerWidth >= WIDE || name === 'vpc';
      if (!anchor || !element || anchor.width === 0 || !isRoom) {
        setPlace(undefined);
        return;
      }
      const spot = freeSpot(
        { anchor, side, align: name === 'findings' ? 'start' : 'center' },
        { width: element.offsetWidth, height: element.offsetHeight },
        { width: innerWidth, height: innerHeight },
        drawnNow(),
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
