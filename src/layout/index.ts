/** Places for things: the arrangement for AWS networks, a place for one new thing, and room for what is moved. */

export { arrange } from './arrange.ts';
export { completeLayout, placeNew } from './place-new.ts';
export { slideAside } from './slide-aside.ts';
export { contentOf, type Content } from './content.ts';
