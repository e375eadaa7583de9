/** Every change that a person or an importer makes to a design: pure functions from one design to the next. */

export { addResource, zonesOf, type Added, type Addition } from './add.ts';
export { addressProblemText } from './address-words.ts';
export {
  checkAddress,
  checkSubnetBlock,
  checkVpcBlock,
  freeAddress,
  freeSubnetBlock,
  freeVpcBlock,
} from './addresses.ts';
export { applyActions } from './apply-actions.ts';
export { CLIP_SCHEMA, copyOut, cutOut, type Clip } from './clip.ts';
export {
  connect,
  disconnect,
  withOwnTable,
  type Connected,
  type Connection,
  type Link,
  type RuleTraffic,
} from './connect.ts';
export { freezeEdits } from './draft.ts';
export { duplicate, type Duplicated } from './duplicate.ts';
export { newId, titleOf, type Random } from './identity.ts';
export { canConnect, meaningOf, type Meaning } from './meaning.ts';
export { rename, renameDesign, setField, setMute } from './members.ts';
export { moveInto, setBox, setBoxes, type Move, type Moved } from './move.ts';
export { applyPatches, patchesBetween, touchedIds, type DesignPatch } from './patches.ts';
export { paste, type Pasted, type PasteOptions } from './paste.ts';
export { ancestry, placeFor, vpcOf } from './place.ts';
export type { Refusal, RefusalCode } from './refusal.ts';
export { extendVpc, nextVpcBlock, type Extended } from './room.ts';
export { removeResources, type Removed } from './remove.ts';
export { tableOf } from './table.ts';
