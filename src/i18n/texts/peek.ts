/** The line that stands for the inspector on a small page. */

import { section } from '../catalogue.ts';

export const peek = section(
  {
    rules: 'Rules',
    through: (meaning: string) => `${meaning}, through`,
  },
  {
    rules: 'ルール',
    through: (meaning) => `${meaning}。経由先:`,
  },
);
