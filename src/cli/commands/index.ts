/** Every command, in the order of the help. */

import type { Command } from '../command.ts';
import { check } from './check.ts';
import { collect } from './collect.ts';
import { convert } from './convert.ts';
import { exposure } from './exposure.ts';
import { matrix } from './matrix.ts';
import { reach } from './reach.ts';
import { tiers } from './tiers.ts';
import { validate } from './validate.ts';

export const commands: readonly Command[] = [
  reach,
  matrix,
  exposure,
  tiers,
  check,
  validate,
  convert,
  collect,
];
