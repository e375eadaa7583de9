/** Notices that a movement has come to rest: some time without a step, and a frame that brings none either. */

const SETTLE = 120;

export interface Settling {
  /** A step of the movement: what is to be done at rest waits anew. */
  readonly step: () => void;
  readonly stop: () => void;
}

/** On a slow machine more than that time lies between two steps: the frame tells whether there is another. */
export function settling(rest: () => void): Settling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const stop = () => {
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
  };
  return {
    step: () => {
      stop();
      timer = setTimeout(() => {
        frame = requestAnimationFrame(rest);
      }, SETTLE);
    },
    stop,
  };
}
