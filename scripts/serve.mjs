// Serves the built page from dist/ on this machine alone, with its types and its Content-Security-Policy.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contentSecurityPolicy } from './csp.mjs';

const folder = fileURLToPath(new URL('../dist', import.meta.url));

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The file an address names, or undefined where it names none or one outside the folder. */
function fileOf(url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = resolve(folder, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  const inside = file.startsWith(folder + sep) && !file.startsWith(join(folder, 'cli') + sep);
  return inside && !path.includes('\0') && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function answer(request, response) {
  const headers = {
    'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileOf(request.url);
  if (!file) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const hashed = file.startsWith(join(folder, 'assets') + sep);
  response.writeHead(200, {
    ...headers,
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Length': statSync(file).size,
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/** Serves dist/ at this port, or at the next free one if `orNext`; resolves to the address. */
export async function serve(port, { orNext = false } = {}) {
  const server = createServer(answer);
  const problem = await new Promise((done) => {
    server.once('error', done).listen(port, '127.0.0.1', () => done(undefined));
  });
  if (!problem) return `http://127.0.0.1:${server.address().port}/`;
  if (orNext && problem.code === 'EADDRINUSE' && port < 65_535) return serve(port + 1, { orNext });
  const reason = problem.code === 'EADDRINUSE' ? 'something else is listening there' : problem.message;
  console.error(`Port ${port} cannot be served: ${reason}. Give another with --port.`);
  return process.exit(1);
}

/** Reads `--port`; anything but a port number ends the script with a sentence. */
export function portFrom(values, fallback) {
  if (values.port === undefined) return fallback;
  const port = Number(values.port);
  if (/^\d+$/.test(values.port) && port <= 65_535) return port;
  console.error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  return process.exit(2);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  if (!existsSync(join(folder, 'index.html'))) {
    console.error('The page is not built yet: run `npm run build` first.');
    process.exit(2);
  }
  const address = await serve(portFrom(values, 4173));
  console.log(`VPC Designer: ${address}`);
}
