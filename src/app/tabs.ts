/** Who has a design open: one tab at a time may change it, others look at it until they take it over. */

/** What tabs tell each other. */
export type TabMessage =
  /** Whoever holds this design is asked to save it and let go. */
  | { readonly kind: 'give'; readonly key: string }
  /** The design was written to the shelf. */
  | { readonly kind: 'saved'; readonly key: string };

/** Locks and messages among tabs; a test makes its own. */
export interface Tabs {
  /** Holds a design until the returned function is called; undefined where another tab holds it. `onLost`: it was taken. */
  readonly hold: (key: string, onLost: () => void) => Promise<(() => void) | undefined>;
  /** As `hold`, but waits for the holder to let go, and takes it from one that does not answer. */
  readonly take: (key: string, onLost: () => void) => Promise<(() => void) | undefined>;
  readonly tell: (message: TabMessage) => void;
  readonly onMessage: (listener: (message: TabMessage) => void) => () => void;
}

const lockOf = (key: string): string => `vpc-designer:${key}`;
/** How long the holder has for saving before the design is taken without its answer. */
const PATIENCE = 2000;

function isTabMessage(data: unknown): data is TabMessage {
  const { kind, key } = (data ?? {}) as Partial<Record<'kind' | 'key', unknown>>;
  return (kind === 'give' || kind === 'saved') && typeof key === 'string';
}

/** Requests a lock and keeps it; resolves when it is held or refused. */
function request(key: string, options: LockOptions, onLost: () => void): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    let isHeld = false;
    navigator.locks
      .request(lockOf(key), options, (lock) => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        isHeld = true;
        return new Promise<void>((release) => {
          resolve(() => {
            isHeld = false;
            release();
          });
        });
      })
      .catch((fault: unknown) => {
        if (isHeld) onLost();
        else if (fault instanceof DOMException && fault.name === 'AbortError') resolve(undefined);
        else reject(fault instanceof Error ? fault : new Error(String(fault)));
      });
  });
}

const alone: Tabs = {
  hold: async () => () => undefined,
  take: async () => () => undefined,
  tell: () => undefined,
  onMessage: () => () => undefined,
};

/** The browser's tabs; where it has no locks, each is on its own. */
export function browserTabs(): Tabs {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return alone;
  const channel = new BroadcastChannel('vpc-designer');
  return {
    hold: (key, onLost) => request(key, { ifAvailable: true }, onLost),
    take: async (key, onLost) => {
      channel.postMessage({ kind: 'give', key } satisfies TabMessage);
      const given = await request(key, { signal: AbortSignal.timeout(PATIENCE) }, onLost).catch(
        () => undefined,
      );
      return given ?? request(key, { steal: true }, onLost);
    },
    tell: (message) => channel.postMessage(message),
    onMessage: (listener) => {
      const take = ({ data }: MessageEvent<unknown>) => {
        if (isTabMessage(data)) listener(data);
      };
      channel.addEventListener('message', take);
      return () => channel.removeEventListener('message', take);
    },
  };
}
