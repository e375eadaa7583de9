/** Paints marks: the same data that a written picture is made of. */

import { memo } from 'react';
import { glyphs, symbols, type Corner, type Mark, type TextMark, type Token } from '../drawing/index.ts';
import { keepLarge, keepReadable } from './fitting.ts';
import { placedPath } from './placed-path.ts';

const paint = (token: Token | undefined): string => (token === undefined ? 'none' : `var(--${token})`);

/** Levels of detail are classes: one attribute on the canvas shows and hides them all. */
const levelClass = ({ level, until }: Mark): string | undefined =>
  [level === undefined || level === 0 ? '' : `from-${level}`, until === undefined ? '' : `until-${until}`]
    .filter((name) => name !== '')
    .join(' ') || undefined;

/** Keeps an element as large as its corner asks. */
const hung = (corner: Corner | undefined) =>
  corner && ((element: SVGElement | null) => (element ? keepLarge(element, corner) : undefined));

interface OneMarkProps {
  readonly mark: Mark;
  readonly className: string | undefined;
}

function OneMark({ mark, className }: OneMarkProps) {
  switch (mark.mark) {
    case 'rect':
      return (
        <rect
          ref={hung(mark.corner)}
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
        <path
          ref={hung(mark.corner)}
          className={className}
          d={placedPath(glyphs[mark.glyph], { x: mark.x, y: mark.y, scale: mark.size / 24 })}
          fill="none"
          stroke={paint(mark.color)}
          strokeWidth={(mark.strokeWidth * mark.size) / 24}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      );
    case 'symbol':
      return (
        <g ref={hung(mark.corner)} className={className}>
          {symbols[mark.symbol].map((part) => (
            <path
              key={part.d}
              d={placedPath(part.d, { x: mark.x, y: mark.y, scale: mark.size / 16 })}
              fill={paint(part.fill === 'ground' ? mark.ground : part.fill)}
              stroke={paint(part.stroke === 'ground' ? mark.ground : part.stroke)}
              strokeWidth={part.strokeWidth && (part.strokeWidth * mark.size) / 16}
              strokeDasharray={part.dash}
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          ))}
        </g>
      );
    case 'text':
      return <Text mark={mark} className={className} />;
  }
}

/** What is written and how large is up to the zoom: the element is filled in when it is there. */
function Text({ mark, className }: { readonly mark: TextMark; readonly className: string | undefined }) {
  // What hangs in a corner grows with all that hangs there.
  const still = mark.corner && mark;
  return (
    <text
      ref={hung(mark.corner) ?? ((element) => (element ? keepReadable(element, mark) : undefined))}
      className={className}
      x={mark.x}
      y={still?.y}
      fontSize={still?.size}
      fontWeight={mark.weight}
      fill={paint(mark.color)}
      textAnchor={mark.anchor}
      {...(mark.halo === undefined
        ? {}
        : { stroke: paint(mark.halo), strokeWidth: 3, strokeLinejoin: 'round', paintOrder: 'stroke' })}
    >
      {still?.text}
    </text>
  );
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
