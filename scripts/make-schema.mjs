// Writes public/design.schema.json, the JSON Schema of a design file, from the resource kinds.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(join(root, 'src/formats/design/json-schema.test-support.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
writeFileSync(join(root, 'public/design.schema.json'), module.designSchemaText());
