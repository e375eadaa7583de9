/** Bytes → text → JSON, with the places of what is wrong. */

export { decodeText, type DecodeProblem } from './decode.ts';
export { readJsonText, type JsonReading } from './documents.ts';
export {
  isJsonList,
  isJsonObject,
  memberOf,
  type JsonDocument,
  type JsonObject,
  type JsonValue,
} from './json.ts';
export { offsetOf, positionsIn } from './place.ts';
export { recogniseText, type OtherText } from './recognise.ts';
