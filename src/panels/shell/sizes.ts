/** How wide and high the panels were made, remembered in this browser. */

import { create } from 'zustand';

const KEY = 'vpc-designer-panels';

type PanelSizes = Readonly<Record<string, number>>;

/** Storage that is switched off or holds something else: the panels have their own sizes. */
function kept(): PanelSizes {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
    );
  } catch {
    return {};
  }
}

const useSizes = create<PanelSizes>(kept);

/** The size of a panel within its bounds, and how it is set. */
export function usePanelSize(
  name: string,
  { normal, min, max }: { readonly normal: number; readonly min: number; readonly max: number },
): readonly [size: number, set: (size: number) => void] {
  const size = useSizes((sizes) => sizes[name]) ?? normal;
  return [
    Math.max(min, Math.min(size, max)),
    (next) => {
      useSizes.setState({ [name]: next });
      try {
        localStorage.setItem(KEY, JSON.stringify(useSizes.getState()));
      } catch {
        // Without storage the size lasts as long as the page.
      }
    },
  ];
}
