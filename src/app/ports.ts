/** What commands may ask of the canvas and of the dialogs: each side announces itself when it is on the page. */

import type { Kind } from '../model/index.ts';

export interface CanvasPort {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly zoomTo: (zoom: number) => void;
  /** Everything, or the given resources. */
  readonly fit: (ids?: readonly string[]) => void;
  /** Puts a new resource at the best spot of the selected container. */
  readonly place: (kind: Kind) => void;
  readonly focus: () => void;
}

export interface ShellPort {
  readonly openExport: () => void;
  readonly openFiles: () => void;
  readonly togglePanels: () => void;
}

interface Ports {
  canvas?: CanvasPort;
  shell?: ShellPort;
}

export const ports: Ports = {};

/** Announces a port; the returned function takes it back. */
export function announcePort<Name extends keyof Ports>(name: Name, port: Required<Ports>[Name]): () => void {
  ports[name] = port as Ports[Name];
  return () => {
    if (ports[name] === port) delete ports[name];
  };
}
