/** The summary of a subnet whose leaves are not drawn: a count and a strip, of one size on the screen. */

import { keepFitted, type Lens } from './fitting.ts';
import { stripOf, type Summary } from './summary.ts';

/** In screen pixels. */
const STRIP = 4;
const TEXT = 11;
const GAP = 3;
/** A subnet lower than this has a thinner strip. */
const LOW = 26;
/** A subnet narrower than this has no title. */
const TITLE = 44;

interface SummaryMarksProps {
  readonly summary: Summary;
  readonly width: number;
  readonly height: number;
}

const LEFT = 14;
const RIGHT = 8;

/** Where strip and count stand in a subnet of such a size; a count that would stand on the title is left out. */
function placed(width: number, height: number, { zoom }: Lens) {
  const isLow = height * zoom < LOW;
  const strip = (isLow ? STRIP / 2 : STRIP) / zoom;
  const top = height - strip - (isLow ? 1 : GAP) / zoom;
  const hasTitle = (width - 54) * zoom >= TITLE;
  const titleEnds = hasTitle ? 8 + Math.max(13, TEXT / zoom) + GAP / zoom : GAP / zoom;
  const size = Math.max(TEXT, TEXT / zoom);
  const baseline = top - (GAP + 1) / zoom;
  return { strip, top, size, baseline, hasRoom: baseline - size * 0.75 > titleEnds };
}

export function SummaryMarks({ summary, width, height }: SummaryMarksProps) {
  const length = width - LEFT - RIGHT;
  const fitStrip = (element: SVGRectElement | null) =>
    element
      ? keepFitted(element, (lens) => {
          const { strip, top } = placed(width, height, lens);
          element.setAttribute('y', String(top));
          element.setAttribute('height', String(strip));
        })
      : undefined;
  const fitCount = (element: SVGTextElement | null) =>
    element
      ? keepFitted(element, (lens) => {
          const { size, baseline, hasRoom } = placed(width, height, lens);
          element.setAttribute('y', String(baseline));
          element.setAttribute('font-size', String(size));
          element.textContent = hasRoom ? String(summary.leaves) : '';
        })
      : undefined;
  return (
    <g className="summary">
      {stripOf(summary).map(({ tone, from, to }) => (
        <rect
          key={tone}
          ref={fitStrip}
          className={`strip strip-${tone}`}
          x={LEFT + from * length}
          width={(to - from) * length}
        />
      ))}
      {summary.leaves > 0 && <text ref={fitCount} className="count" x={LEFT} />}
    </g>
  );
}
