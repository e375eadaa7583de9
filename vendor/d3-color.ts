// Stands in for the `d3-color` package below d3-zoom's transitions (aliased in vite.config.ts): the canvas animates its
// camera and never a colour, and the real package is 4 KB of the first load.

/** No text is a colour. A plain function, since its callers ask `instanceof` of it. */
export function color(): null {
  return null;
}

function never(): never {
  throw new Error('This page animates no colours.');
}

export { never as cubehelix, never as hcl, never as hsl, never as lab, never as rgb };
