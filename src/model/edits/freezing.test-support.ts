/** In tests nobody may write to what an edit made. */

import { freezeEdits } from './draft.ts';

freezeEdits();
