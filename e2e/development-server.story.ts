// A first `vite dev` on a clean checkout, with nothing optimised yet, shows the page too.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createServer } from 'vite';

test('the development server shows the page at its first start', async ({ page }) => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'vite-cache-'));
  const server = await createServer({
    cacheDir,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false },
  });
  try {
    await server.listen();
    const address = server.resolvedUrls?.local[0] ?? '';
    await page.goto(address);
    await expect(page.locator('#root')).not.toBeEmpty({ timeout: 30_000 });
  } finally {
    await server.close();
    await rm(cacheDir, { recursive: true, force: true });
  }
});
