/** Paints marks: the same data that a written picture is made of. */

import { memo } from 'react';
import { glyphs, symbols, type Mark, type Token } from '../drawing/index.ts';

const paint = (token: Token | undefined): string => (token === undefined ? 'none' : `var(--${token})`);

/** Levels of detail are classes: one attribute on the canvas shows and hides them all. */
const levelClass = ({ level, until }: Mark): string | undefined =>
  [level === undefined || level === 0 ? '' : `from-${level}`, until === undefined ? '' : `until-${until}`]
    .filter((name) => name !== '')
    .join(' ') || undefined;

interface OneMarkProps {
  readonly mark: Mark;
  readonly className: string | undefined;
}

function OneMark({ mark, className }: OneMarkProps) {
  switch (mark.mark) {
    case 'rect':
      return (
        <rect
          className={className}
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          rx={mark.radius}
          fill={paint(mark.fill)}
          stroke={paint(mark.stroke)}
          strokeWidth={mark.strokeWidth}
          strokeDasharray={mark.dash}
          strokeLinecap={mark.cap}
        />
      );
    case 'path':
      return (
        <path
          className={className}
          d={mark.d}
          fill={paint(mark.fill)}
          stroke={paint(mark.stroke)}
          strokeWidth={mark.strokeWidth}
          strokeDasharray={mark.dash}
          strokeLinecap={mark.cap}
        />
      );
    case 'glyph':
      return (
        <svg
          className={className}
          x={mark.x}
          y={mark.y}
          width={mark.size}
          height={mark.size}
          viewBox="0 0 24 24"
        >
          <path
            d={glyphs[mark.glyph]}
            fill="none"
            stroke={paint(mark.color)}
            strokeWidth={mark.strokeWidth}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      );
    case 'symbol':
      return (
        <svg
          className={className}
          x={mark.x}
          y={mark.y}
          width={mark.size}
          height={mark.size}
          viewBox="0 0 16 16"
        >
          {symbols[mark.symbol].map((part) => (
            <path
              key={part.d}
              d={part.d}
              fill={paint(part.fill === 'ground' ? mark.ground : part.fill)}
              stroke={paint(part.stroke === 'ground' ? mark.ground : part.stroke)}
              strokeWidth={part.strokeWidth}
              strokeDasharray={part.dash}
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          ))}
        </svg>
      );
    case 'text':
      return (
        <text
          className={className}
          x={mark.x}
          y={mark.y}
          style={{ fontSize: `max(${mark.size}px, var(--least-text))` }}
          fontWeight={mark.weight}
          fill={paint(mark.color)}
          textAnchor={mark.anchor}
          {...(mark.halo === undefined
            ? {}
            : { stroke: paint(mark.halo), strokeWidth: 3, strokeLinejoin: 'round', paintOrder: 'stroke' })}
        >
          {mark.text}
        </text>
      );
  }
}

interface MarksProps {
  readonly marks: readonly Mark[];
}

export const Marks = memo(function Marks({ marks }: MarksProps) {
  return marks.map((mark, index) => (
    // The marks of one thing are a fixed list: their place is their identity.
    // oxlint-disable-next-line react/no-array-index-key
    <OneMark key={index} mark={mark} className={levelClass(mark)} />
  ));
});
