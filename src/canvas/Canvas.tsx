/** The canvas: React Flow carries the camera, everything that is seen is painted from the drawing's marks. */

import { ReactFlow, ReactFlowProvider, useKeyPress, ViewportPortal } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { useApp, useIsStale } from '../app/index.ts';
import { classes, useText } from '../ui/index.ts';
import { BadgeLayer } from './BadgeLayer.tsx';
import { ZOOM } from './camera.ts';
import { CanvasField } from './CanvasField.tsx';
import { CanvasNode } from './CanvasNode.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';
import { useEmphasis } from './emphasis.ts';
import { Grid } from './Grid.tsx';
import { itemAt } from './hit.ts';
import { elementIdOf, type CanvasModel, type ItemNode } from './model.ts';
import { DragOverlay, GestureLayer } from './Overlays.tsx';
import { surface } from './surface.ts';
import { useCamera, usePaletteDrops, useSurface } from './useCamera.ts';
import { useScene } from './useScene.ts';
import { useShownNodes } from './useShownNodes.ts';
import { useViewMoves } from './useViewMoves.ts';
import { canvas, setCanvas, useCanvas } from './view-state.ts';
import { presentGestures, withGestures } from './with-gestures.ts';
import './canvas.css';
import './gestures.css';

const LensLayer = lazy(() => import('./LensLayer.tsx'));
const PathLayer = lazy(() => import('./PathLayer.tsx'));

const nodeTypes = { item: CanvasNode };
const noEdges: never[] = [];
const MIDDLE_BUTTON = [1];
const ANY_BUTTON = [0, 1];
/** Makes React Flow leave pointer events to the things; what they mean is told from the press alone. */
const leaveEvents = (): void => undefined;

export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasSurface />
    </ReactFlowProvider>
  );
}

/** Tells which thing is under the pointer, so that its handles show; a handle sticks out of its thing. */
function hover(model: CanvasModel, event: PointerEvent): void {
  const client = { x: event.clientX, y: event.clientY };
  presentGestures()?.notePointer(client);
  presentGestures()?.hoverDrawing(client);
  const node =
    event.target instanceof Element ? event.target.closest<HTMLElement>('.react-flow__node') : null;
  const place = surface()?.toCanvas(client);
  const hovered = node?.dataset['id'] ?? (place && itemAt(model, place)?.key);
  if (canvas.getState().hovered !== hovered) setCanvas({ hovered });
}

/** The pointer has gone elsewhere. */
function leave(): void {
  presentGestures()?.notePointer(undefined);
  setCanvas({ hovered: undefined });
}

/** Says on the root that the answers are about an older design: without drawing anything again. */
function StaleMark({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const isStale = useIsStale();
  useEffect(() => {
    root.current?.classList.toggle('stale-answers', isStale);
  }, [root, isStale]);
  return null;
}

/** One finger works on the things, two move the view: React Flow hears of touches from the second finger on. */
function useOneFinger(stage: RefObject<HTMLDivElement | null>): void {
  const tool = useApp(({ view }) => view.tool);
  useEffect(() => {
    const element = stage.current;
    if (!element || tool === 'hand') return undefined;
    const onTouch = (event: TouchEvent) => {
      if (event.touches.length === 1) event.stopPropagation();
    };
    element.addEventListener('touchstart', onTouch, { capture: true, passive: true });
    return () => element.removeEventListener('touchstart', onTouch, { capture: true });
  }, [stage, tool]);
}

/** The keyboard goes on from what was selected last, however that was. */
function useCursorOnSelection(): void {
  const [selected, ...others] = useApp(({ selection }) => selection);
  const only = others.length === 0 ? selected : undefined;
  useEffect(() => {
    if (only !== undefined) setCanvas({ cursor: only });
  }, [only]);
}

function CanvasSurface() {
  const { shell } = useText();
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const { model, edges, ghostEdges } = useScene();
  const tool = useApp(({ view }) => view.tool);
  const lens = useApp(({ view }) => view.lens);
  const isPicking = useApp(({ view }) => view.pickingEnd !== undefined);
  const cursor = useCanvas((state) => state.cursor);
  const isCarrying = useCanvas(({ dragged, copies }) => dragged.size > 0 || copies !== undefined);
  const isSpaceHeld = useKeyPress('Space');
  const latest = useRef(model);

  useEffect(() => {
    latest.current = model;
  }, [model]);

  useSurface(stage, latest);
  useCamera(stage, latest);
  usePaletteDrops();
  useEmphasis(model);

  const nodes = useShownNodes(model);
  useViewMoves(root, latest);

  useOneFinger(stage);
  useCursorOnSelection();

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!isSpaceHeld) withGestures(({ press }) => press(event.nativeEvent));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.defaultPrevented) return;
    if (presentGestures()?.canvasKey(latest.current, event) === true) event.preventDefault();
  };

  return (
    <div
      ref={root}
      className={classes(
        'canvas',
        `lens-${lens}`,
        `tool-${tool}`,
        isPicking && 'picking',
        isCarrying && 'carrying',
      )}
      data-level={2}
      onPointerDownCapture={onPointerDown}
      onPointerMove={(event) => hover(latest.current, event)}
      onPointerLeave={leave}
    >
      <ReactFlow<ItemNode>
        ref={stage}
        data-region-entry=""
        tabIndex={0}
        aria-label={shell.canvas}
        aria-activedescendant={
          cursor !== undefined && model.items.has(cursor) ? elementIdOf(cursor) : undefined
        }
        onKeyDown={onKeyDown}
        nodes={nodes as ItemNode[]}
        edges={noEdges}
        nodeTypes={nodeTypes}
        minZoom={ZOOM.min}
        maxZoom={ZOOM.max}
        zIndexMode="manual"
        panOnScroll
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        panOnDrag={tool === 'hand' ? ANY_BUTTON : MIDDLE_BUTTON}
        panActivationKeyCode="Space"
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        selectNodesOnDrag={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        attributionPosition="bottom-right"
        onNodeClick={leaveEvents}
      >
        <Grid />
        <ViewportPortal>
          <EdgeLayer edges={edges} ghosts={ghostEdges} />
          {lens === 'path' && (
            <Suspense fallback={null}>
              <PathLayer model={model} />
            </Suspense>
          )}
          {(lens === 'tiers' || lens === 'exposure') && (
            <Suspense fallback={null}>
              <LensLayer model={model} />
            </Suspense>
          )}
          <BadgeLayer places={model.places} items={model.items} />
        </ViewportPortal>
        <GestureLayer items={model.items} />
        <CanvasField places={model.places} />
      </ReactFlow>
      <DragOverlay />
      <StaleMark root={root} />
    </div>
  );
}
