/** Words of a switch with three states. */

import { section } from '../catalogue.ts';

export const switches = section(
  {
    yes: 'Yes',
    no: 'No',
    followed: (whose: string, said: boolean | undefined) =>
      said === undefined ? whose : `${whose} (${said ? 'yes' : 'no'})`,
  },
  {
    yes: 'はい',
    no: 'いいえ',
    followed: (whose: string, said: boolean | undefined) =>
      said === undefined ? whose : `${whose}: ${said ? 'はい' : 'いいえ'}`,
  },
);
