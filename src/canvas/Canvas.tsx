/** The canvas: React Flow carries camera and dragging, everything that is seen is painted from the drawing's marks. */

import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  ViewportPortal,
  type NodeMouseHandler,
  type OnNodeDrag,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { app, appState, useApp, useIsStale } from '../app/index.ts';
import { GRID } from '../drawing/index.ts';
import { classes, useText } from '../ui/index.ts';
import { BadgeLayer } from './BadgeLayer.tsx';
import { ZOOM } from './camera.ts';
import { CanvasField } from './CanvasField.tsx';
import { CanvasNode } from './CanvasNode.tsx';
import { beginConnecting } from './connecting.ts';
import { EdgeLayer } from './EdgeLayer.tsx';
import { useEmphasis } from './emphasis.ts';
import { itemAt } from './hit.ts';
import { canvasKey } from './keyboard.ts';
import { elementIdOf, type CanvasModel, type ItemNode } from './model.ts';
import { beginMove, finishMove, showMove, type Carried } from './moving.ts';
import { DragOverlay, GestureLayer } from './Overlays.tsx';
import { beginMarquee, pickEnd } from './selecting.ts';
import { surface } from './surface.ts';
import { useCamera, usePaletteDrops, useSurface, useViewMoves } from './useCamera.ts';
import { useScene } from './useScene.ts';
import { canvas, setCanvas, useCanvas } from './view-state.ts';
import './canvas.css';

const PathLayer = lazy(() => import('./PathLayer.tsx'));

const nodeTypes = { item: CanvasNode };
const noEdges: never[] = [];
/** From here on only what is in view is mounted. */
const MANY = 200;
const MIDDLE_BUTTON = [1];
const ANY_BUTTON = [0, 1];
const GRID_STEP: [number, number] = [GRID, GRID];

export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasSurface />
    </ReactFlowProvider>
  );
}

const pointOf = (event: MouseEvent | TouchEvent): { x: number; y: number } => {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY };
  const touch = event.touches[0] ?? event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
};

const carriedBy = (nodes: readonly ItemNode[]): Carried[] =>
  nodes.map(({ id, position }) => ({ id, position }));

/** Tells which thing is under the pointer, so that its handles show; a handle sticks out of its thing. */
function hover(model: CanvasModel, event: PointerEvent): void {
  const node =
    event.target instanceof Element ? event.target.closest<HTMLElement>('.react-flow__node') : null;
  const place = surface()?.toCanvas({ x: event.clientX, y: event.clientY });
  const hovered = node?.dataset['id'] ?? (place && itemAt(model, place)?.key);
  if (canvas.getState().hovered !== hovered) setCanvas({ hovered });
}

/** Says on the root that the answers are about an older design: without drawing anything again. */
function StaleMark({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const isStale = useIsStale();
  useEffect(() => {
    root.current?.classList.toggle('stale-answers', isStale);
  }, [root, isStale]);
  return null;
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
  const latest = useRef(model);

  useEffect(() => {
    latest.current = model;
  }, [model]);

  useSurface(stage, latest);
  useCamera(stage, latest);
  usePaletteDrops();
  useEmphasis(model);

  const onMove = useViewMoves(root);

  const onNodeDragStart = useCallback<OnNodeDrag<ItemNode>>((_, __, nodes) => {
    beginMove(nodes.map(({ id }) => id));
  }, []);
  const onNodeDrag = useCallback<OnNodeDrag<ItemNode>>((event, _, nodes) => {
    showMove(carriedBy(nodes), pointOf(event));
  }, []);
  const onNodeDragStop = useCallback<OnNodeDrag<ItemNode>>((event, _, nodes) => {
    finishMove(carriedBy(nodes), pointOf(event), { effect: event.altKey ? 'copy' : 'move' });
  }, []);
  const onNodeClick = useCallback<NodeMouseHandler<ItemNode>>((event, node) => {
    setCanvas({ cursor: node.id });
    if (pickEnd(node.id)) return;
    const { selection, design } = appState();
    if (!Object.hasOwn(design.resources, node.id)) return;
    if (!event.shiftKey) app.select([node.id]);
    else if (selection.includes(node.id)) app.select(selection.filter((id) => id !== node.id));
    else app.select([...selection, node.id]);
  }, []);
  const onNodeDoubleClick = useCallback<NodeMouseHandler<ItemNode>>((_, node) => {
    if (Object.hasOwn(appState().design.resources, node.id))
      app.setView({ editing: { id: node.id, field: 'name' } });
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const client = { x: event.clientX, y: event.clientY };
    const isOnPane = event.target.classList.contains('react-flow__pane');
    if (appState().view.tool === 'connect') {
      const place = surface()?.toCanvas(client);
      const item = place && itemAt(latest.current, place);
      if (item) beginConnecting(item.key, client);
      return;
    }
    if (isOnPane && appState().view.tool === 'select') {
      stage.current?.focus({ preventScroll: true });
      beginMarquee(client, event.shiftKey ? 'adds' : 'replaces');
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.defaultPrevented) return;
    if (canvasKey(latest.current, event)) event.preventDefault();
  };

  return (
    <div
      ref={root}
      className={classes('canvas', `lens-${lens}`, `tool-${tool}`, isPicking && 'picking')}
      data-level={2}
      onPointerDownCapture={onPointerDown}
      onPointerMove={(event) => hover(latest.current, event)}
      onPointerLeave={() => setCanvas({ hovered: undefined })}
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
        nodes={model.nodes as ItemNode[]}
        edges={noEdges}
        nodeTypes={nodeTypes}
        minZoom={ZOOM.min}
        maxZoom={ZOOM.max}
        onlyRenderVisibleElements={model.nodes.length > MANY}
        zIndexMode="manual"
        panOnScroll
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        panOnDrag={tool === 'hand' ? ANY_BUTTON : MIDDLE_BUTTON}
        panActivationKeyCode="Space"
        nodesDraggable={tool === 'select'}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        selectNodesOnDrag={false}
        snapToGrid
        snapGrid={GRID_STEP}
        nodeDragThreshold={3}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        attributionPosition="top-right"
        onMoveStart={onMove.start}
        onMove={onMove.move}
        onMoveEnd={onMove.end}
        onNodeDragStart={onNodeDragStart}
        onNodeDrag={onNodeDrag}
        onNodeDragStop={onNodeDragStop}
        onNodeClick={onNodeClick}
        onNodeDoubleClick={onNodeDoubleClick}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} className="grid" />
        <ViewportPortal>
          <EdgeLayer edges={edges} ghosts={ghostEdges} />
          {lens === 'path' && (
            <Suspense fallback={null}>
              <PathLayer model={model} />
            </Suspense>
          )}
          <BadgeLayer places={model.places} items={model.items} />
        </ViewportPortal>
        <GestureLayer />
        <CanvasField places={model.places} />
      </ReactFlow>
      <DragOverlay />
      <StaleMark root={root} />
    </div>
  );
}
