/** What commands may ask of the canvas and of the dialogs: each side announces itself when it is on the page. */

import type { Design, Kind, ResourceId } from '../model/index.ts';
import type { LeftTab, Point } from './state.ts';

export interface CanvasPort {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly zoomTo: (zoom: number) => void;
  /** Everything, or the given resources. */
  readonly fit: (ids?: readonly string[]) => void;
  /** Puts a new resource at the best spot of the selected container. */
  readonly place: (kind: Kind) => void;
  readonly focus: () => void;
  /** Draws the selected containers close around what stands in them. */
  readonly fitContainers: () => void;
  /** Where the pointer is, or was last, in canvas coordinates, and the container there; undefined while it is elsewhere. */
  readonly spot: (when: 'now' | 'last') => { readonly at: Point; readonly under?: ResourceId } | undefined;
  /** The design with some new things let go around a point of the canvas. */
  readonly land: (design: Design, ids: readonly ResourceId[], at: Point) => Design;
  /** The key of the thing at a client point. */
  readonly itemAt: (point: Point) => string | undefined;
  /** The thing that the keyboard is on, or the first selected one, and where its menu opens. */
  readonly cursor: () => { readonly id: string; readonly point: Point } | undefined;
}

/** A part of the page that can take the focus. */
export type PageRegion = 'top' | 'left' | 'canvas' | 'right' | 'drawer' | 'status';

/** What stands over the page until it is closed. */
export type Overlay = 'commands' | 'find' | 'shortcuts' | 'move' | 'connect' | 'allow';

export interface ShellPort {
  readonly openExport: () => void;
  readonly openFiles: () => void;
  readonly openFolder: () => void;
  readonly openReport: () => void;
  readonly togglePanels: () => void;
  /** Shows a tab of the left panel, also where only its rail stands, and puts the focus there. */
  readonly showLeft: (tab: LeftTab, focus?: 'search') => void;
  readonly show: (overlay: Overlay) => void;
  /** Opens the menu of what has the focus. */
  readonly openMenu: () => void;
  readonly focus: (region: PageRegion) => void;
  /** Puts the caret into a field by its id, once that is on the page; letters written until then go into it. */
  readonly writeInto: (field: string) => void;
  readonly cycleRegion: (step: 1 | -1) => void;
}

interface Ports {
  canvas?: CanvasPort;
  shell?: ShellPort;
}

export const ports: Ports = {};

/** The canvas, for what stands beside it; undefined until it is on the page. */
export const canvasPort = (): CanvasPort | undefined => ports.canvas;

/** Announces a port; the returned function takes it back. */
export function announcePort<Name extends keyof Ports>(name: Name, port: Required<Ports>[Name]): () => void {
  ports[name] = port as Ports[Name];
  return () => {
    if (ports[name] === port) delete ports[name];
  };
}
