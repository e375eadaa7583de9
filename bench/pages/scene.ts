/** Boxes and lines without anything of ours about them, for the pages that ours is measured against. */

export interface BareBox {
  readonly id: string;
  readonly parent?: string;
  readonly label: string;
  /** Relative to the parent. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isLeaf: boolean;
}

export interface BareLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Parents before their children. */
export interface BareScene {
  readonly boxes: readonly BareBox[];
  readonly lines: readonly BareLine[];
}

/** The scene that the page's address names. */
export async function fetchScene(): Promise<BareScene> {
  const name = new URLSearchParams(location.search).get('scene') ?? '';
  const response = await fetch(`./scenes/${name}.json`);
  return (await response.json()) as BareScene;
}
