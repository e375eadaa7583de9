// `npm start`: installs what is missing, builds, serves the page on this machine, prints its address and opens it.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { portFrom, serve } from './serve.mjs';
import { installPackages, npm, requireNode } from './setup.mjs';

requireNode();
const { values } = parseArgs({
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
});
const port = portFrom(values, 5173);

if (!installPackages()) {
  console.error('The packages could not be installed; the lines above say why.');
  process.exit(1);
}
if (!npm('run', '--silent', 'build')) {
  console.error('The page could not be built; the lines above say why.');
  process.exit(1);
}

const address = await serve(port, { orNext: values.port === undefined });
console.log(`\nVPC Designer: ${address}\nStop it with Ctrl+C.`);
if (!values['no-open']) open(address);

/** Opens the address in the person's browser where there is one to see it. */
function open(url) {
  const { platform, env } = process;
  if (env.CI || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return;
  const [command, ...args] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.log('Open the address above in a browser.'))
    .unref();
}
