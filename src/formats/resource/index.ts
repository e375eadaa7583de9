/** What every reader does with a resource before it enters the document. */

export { acceptResource, withoutDefaults, type RawMembers } from './accept.ts';
export { newLog, type Log } from './log.ts';
export { declaredMembers, schemaUnder } from './schema-walk.ts';
export { withoutSecrets } from './secrets.ts';
