/** One thing on the canvas: its marks, and the rings that say what is going on with it. */

import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Marks } from './Marks.tsx';
import { elementIdOf, type ItemNode } from './model.ts';
import { SummaryMarks } from './SummaryMarks.tsx';
import { useCanvas } from './view-state.ts';

/** What a thing is to what is going on: narrow, so that only those concerned are drawn again. */
function useStanding(key: string): string {
  return useCanvas(({ emphasis, drop, connecting, cursor, hovered, exposed }) => {
    const states = [
      emphasis && !emphasis.on.has(key) ? `dim dim-${emphasis.how}` : '',
      emphasis?.how === 'finding' && emphasis.on.has(key) ? 'ringed' : '',
      drop?.container === key ? 'taking' : '',
      connecting?.valid.has(key) === true ? 'valid' : '',
      connecting?.over === key ? 'taking' : '',
      exposed?.has(key) === true ? 'exposed' : '',
      cursor === key ? 'cursor' : '',
      hovered === key ? 'hovered' : '',
    ];
    return states.filter((state) => state !== '').join(' ');
  });
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

function Handles() {
  return sides.map((side) => <span key={side} className={`handle handle-${side}`} data-handle={side} />);
}

const grips = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

function ResizeGrips() {
  return grips.map((grip) => <span key={grip} className={`resize resize-${grip}`} data-grip={grip} />);
}

/** Where a container can be grabbed while its empty area belongs to the canvas: its title and its border. */
function Grips() {
  return (
    <>
      <span className="grip grip-title" />
      <span className="grip grip-top" />
      <span className="grip grip-right" />
      <span className="grip grip-bottom" />
      <span className="grip grip-left" />
    </>
  );
}

export const CanvasNode = memo(function CanvasNode({
  id,
  data,
  selected,
  width,
  height,
}: NodeProps<ItemNode>) {
  const { item, label } = data;
  const standing = useStanding(id);
  const isOpen = item.form === 'container';
  const canConnect = item.form !== 'frame' && item.form !== 'internet' && item.ghost !== true;
  return (
    <div
      id={elementIdOf(id)}
      role="group"
      aria-label={label}
      className={`item item-${item.form} kind-${item.kind} ${standing}${selected ? ' selected' : ''}${item.ghost ? ' ghost' : ''}`}
    >
      <span className="backing" />
      <svg className="art" width={width} height={height} aria-hidden="true">
        <Marks marks={item.marks} />
        {item.summary && <SummaryMarks summary={item.summary} width={width ?? 0} height={height ?? 0} />}
      </svg>
      {isOpen && <Grips />}
      {isOpen && selected && !item.ghost && <ResizeGrips />}
      {canConnect && (selected || standing.includes('hovered')) && <Handles />}
    </div>
  );
});
