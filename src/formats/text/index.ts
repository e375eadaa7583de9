/** Bytes → text → JSON, with the places of what is wrong. */

export { binaryTypeOf, decodeText, type BinaryType, type DecodeProblem, type DecodedText } from './decode.ts';
export { readJsonText, type JsonReading, type Prose } from './documents.ts';
export {
  isJsonList,
  isJsonObject,
  memberOf,
  pointerOf,
  type JsonDocument,
  type JsonObject,
  type JsonValue,
} from './json.ts';
export { offsetOf, positionsIn, type Position } from './place.ts';
export { recogniseText, type OtherText } from './recognise.ts';
