/** Functions that stay the same from one drawing to the next, and do what the newest ones do. */

import { useLayoutEffect, useRef, useState } from 'react';

type Functions<Part> = { readonly [Name in keyof Part]: (...parameters: never[]) => unknown };

/** What gets them need not be drawn again because they were made anew. */
export function useSteady<Part extends Functions<Part>>(newest: Part): Part {
  const present = useRef(newest);
  useLayoutEffect(() => {
    present.current = newest;
  });
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(newest).map((name) => [
          name,
          // The same parameters go through, so the type of each is that of the function behind it.
          (...parameters: never[]) => present.current[name as keyof Part](...parameters),
        ]),
      ) as Part,
  );
  return steady;
}
