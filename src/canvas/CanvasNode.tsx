/** One thing on the canvas: its marks, and the rings that say what is going on with it. */

import type { NodeProps } from '@xyflow/react';
import { memo, type PointerEvent } from 'react';
import { beginConnecting } from './connecting.ts';
import { Marks } from './Marks.tsx';
import { elementIdOf, type CanvasItem, type ItemNode } from './model.ts';
import { beginResize, grips } from './resizing.ts';
import { useCanvas } from './view-state.ts';

/** What a thing is to what is going on: narrow, so that only those concerned are drawn again. */
function useStanding(key: string): string {
  return useCanvas(({ emphasis, drop, connecting, cursor, hovered }) => {
    const states = [
      emphasis && !emphasis.on.has(key) ? `dim dim-${emphasis.how}` : '',
      emphasis?.how === 'finding' && emphasis.on.has(key) ? 'ringed' : '',
      drop?.container === key ? 'taking' : '',
      connecting?.valid.has(key) === true ? 'valid' : '',
      connecting?.over === key ? 'taking' : '',
      cursor === key ? 'cursor' : '',
      hovered === key ? 'hovered' : '',
    ];
    return states.filter((state) => state !== '').join(' ');
  });
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

function Handles({ item }: { readonly item: CanvasItem }) {
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.preventDefault();
    beginConnecting(item.key, { x: event.clientX, y: event.clientY });
  };
  return sides.map((side) => (
    <span key={side} className={`handle handle-${side} nodrag nopan`} onPointerDown={begin} />
  ));
}

function ResizeGrips({ id }: { readonly id: string }) {
  return grips.map((grip) => (
    <span
      key={grip}
      className={`resize resize-${grip} nodrag nopan`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.preventDefault();
        beginResize(id, grip, { x: event.clientX, y: event.clientY });
      }}
    />
  ));
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
      </svg>
      {isOpen && <Grips />}
      {isOpen && selected && !item.ghost && <ResizeGrips id={id} />}
      {canConnect && (selected || standing.includes('hovered')) && <Handles item={item} />}
    </div>
  );
});
