/** What the colours and lines of the present lens mean, at the lower left of the canvas. */

import { useEffect, useRef, type ReactNode } from 'react';
import { app, useApp } from '../../app/index.ts';
import { tierLooks, tierOrder, type ShownTier } from '../../drawing/index.ts';
import { lensTexts } from '../../i18n/index.ts';
import { Segments, useLanguage, useText, useTexts } from '../../ui/index.ts';
import { Mark } from '../parts/Glyph.tsx';
import styles from './LensLegend.module.css';

export default function LensLegend() {
  const text = useTexts(lensTexts);
  const lens = useApp(({ view }) => view.lens);
  const box = useRef<HTMLElement>(null);

  // Notices stand above it, however many rows it has.
  useEffect(() => {
    const { current } = box;
    const place = current?.parentElement;
    if (!current || !place) return undefined;
    const watch = new ResizeObserver(() => {
      place.style.setProperty('--legend-height', `${current.offsetHeight + 8}px`);
    });
    watch.observe(current);
    return () => {
      watch.disconnect();
      place.style.removeProperty('--legend-height');
    };
  }, []);

  return (
    <aside ref={box} className={styles.legend} aria-label={text.legend}>
      {lens === 'tiers' && <Tiers />}
      {lens === 'exposure' && <Exposure />}
      {lens === 'path' && <Path />}
    </aside>
  );
}

function Row({ sample, children }: { readonly sample: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <svg width="24" height="14" aria-hidden="true">
        {sample}
      </svg>
      {children}
    </div>
  );
}

function Tiers() {
  const { shell } = useText();
  const text = useTexts(lensTexts);
  const language = useLanguage();
  const family = useApp(({ view }) => view.lensFamily);
  const isAnyUntold = useApp(({ answers }) =>
    Object.values(answers.tiers).some(({ families }) => families[family].undetermined),
  );
  const meanings: Readonly<Record<ShownTier, string>> = {
    public: text.tierPublic,
    egress: text.tierEgress,
    private: text.tierPrivate,
    isolated: text.tierIsolated,
    undetermined: text.tierUndetermined,
  };
  const shown: readonly ShownTier[] = [...tierOrder, ...(isAnyUntold ? (['undetermined'] as const) : [])];
  return (
    <>
      <Segments
        size="small"
        label={text.family}
        value={family === 4 ? '4' : '6'}
        segments={[
          { value: '4', label: shell.ipv4 },
          { value: '6', label: shell.ipv6 },
        ]}
        onChange={(next) => app.setView({ lensFamily: next === '4' ? 4 : 6 })}
      />
      {shown.map((tier) => (
        <Row key={tier} sample={<TierSample tier={tier} />}>
          <b>{tierLooks[tier].word[language]}</b>
          <span>{meanings[tier]}</span>
        </Row>
      ))}
    </>
  );
}

function TierSample({ tier }: { readonly tier: ShownTier }) {
  const { color, fill, border, spine } = tierLooks[tier];
  const spines = {
    solid: <path d="M3 1v12" strokeWidth="4" />,
    dashes: <path d="M3 1v12" strokeWidth="4" strokeDasharray="5 2.5" />,
    double: <path d="M2 1v12M5 1v12" strokeWidth="1.5" />,
    dots: <path d="M3 2.5v10" strokeWidth="3.5" strokeDasharray="0 4.5" strokeLinecap="round" />,
    none: null,
  } as const;
  return (
    <g stroke={`var(--${color})`} fill="none">
      <rect
        x="1"
        y="1"
        width="22"
        height="12"
        rx="3"
        fill={`color-mix(in srgb, var(--${color}) 17%, var(--${fill}))`}
        strokeDasharray={border?.dash}
      />
      {spines[spine]}
    </g>
  );
}

function Exposure() {
  const text = useTexts(lensTexts);
  const isAnyUntold = useApp(({ answers, view }) =>
    (answers.exposure?.inbound ?? []).some(
      ({ verdict, family }) => verdict === 'undetermined' && family === view.lensFamily,
    ),
  );
  return (
    <>
      <Row
        sample={
          <>
            <defs>
              <pattern
                id="legend-hatch"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" fill="var(--exp-fill)" />
                <path d="M0 0v6" stroke="var(--exp)" strokeWidth="2" strokeOpacity="0.6" />
              </pattern>
            </defs>
            <rect
              x="1"
              y="1"
              width="22"
              height="12"
              rx="4"
              fill="url(#legend-hatch)"
              stroke="var(--exp)"
              strokeWidth="1.5"
            />
          </>
        }
      >
        {text.legendOpen}
      </Row>
      {isAnyUntold && (
        <Row
          sample={
            <rect
              x="1"
              y="1"
              width="22"
              height="12"
              rx="4"
              fill="none"
              stroke="var(--unk)"
              strokeWidth="1.5"
              strokeDasharray="2 4"
            />
          }
        >
          {text.legendUntold}
        </Row>
      )}
      <Row
        sample={
          <rect x="1" y="1" width="22" height="12" rx="4" fill="var(--panel)" stroke="var(--line-strong)" />
        }
      >
        {text.legendCannot}
      </Row>
    </>
  );
}

function Path() {
  const text = useTexts(lensTexts);
  const isUntold = useApp(
    ({ pathAnswer }) =>
      pathAnswer?.result.ok === true &&
      Object.values(pathAnswer.result.value.families).some(({ verdict }) => verdict === 'undetermined'),
  );
  const isPreviewed = useApp(({ view }) => view.preview !== undefined);
  return (
    <>
      <Row sample={<path d="M1 7h22" stroke="var(--ok)" strokeWidth="2.75" strokeLinecap="round" />}>
        {text.legendTravelled}
      </Row>
      <Row sample={<path d="M1 7h22" stroke="var(--no)" strokeWidth="2.75" strokeLinecap="round" />}>
        {text.legendUntilStop}
      </Row>
      <div className={styles.row}>
        <span className={styles.symbol}>
          <Mark of="blocked" size={14} />
        </span>
        {text.legendStopped}
      </div>
      <Row
        sample={
          <path
            d="M1 7h22"
            stroke="var(--line-strong)"
            strokeWidth="2"
            strokeDasharray="1.5 4.5"
            strokeLinecap="round"
          />
        }
      >
        {text.legendNever}
      </Row>
      {isPreviewed && (
        <Row
          sample={
            <path
              d="M2 7h21"
              stroke="var(--accent)"
              strokeWidth="2.75"
              strokeDasharray="6 5"
              strokeLinecap="round"
            />
          }
        >
          {text.legendWithFix}
        </Row>
      )}
      {isUntold && (
        <Row
          sample={
            <>
              <path d="M1 7h22" stroke="var(--unk)" strokeWidth="2.75" strokeDasharray="2 4" />
              <path d="M12 1l6 6-6 6-6-6z" fill="var(--unk)" stroke="var(--panel)" />
            </>
          }
        >
          {text.legendUnknown}
        </Row>
      )}
    </>
  );
}
