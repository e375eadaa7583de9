/** The program: hands its arguments to `run` and its streams to `io`. */

import packageJson from '../../package.json' with { type: 'json' };
import { nodeIo } from './node-io.ts';
import { run } from './run.ts';

// A reader that has seen enough (`vpc-designer … | head`) closes the pipe: no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), nodeIo(packageJson.version));
