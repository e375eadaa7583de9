// Finds the Chromium that the browser stories, the screenshot and the benchmarks drive; installs one where it can.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './setup.mjs';

/** Switches that keep Chromium quiet and its pictures the same on every machine. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

function usualPlaces() {
  const { platform, env } = process;
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((base) => [
        join(base, 'Google/Chrome/Application/chrome.exe'),
        join(base, 'Chromium/Application/chrome.exe'),
        join(base, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  );
}

/** The system's Chromium: `CHROMIUM_PATH`, else the usual places; undefined leaves it to Playwright's own. */
export function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  return given ? given : usualPlaces().find((path) => existsSync(path));
}

async function findPlaywrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function isDebianRoot() {
  return (
    process.platform === 'linux' &&
    process.getuid() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** Makes sure that there is a Chromium; returns a sentence on what to do where there is none. */
export async function ensureBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) return `CHROMIUM_PATH names ${given}, which does not exist.`;
  if (findBrowser() ?? (await findPlaywrightsOwn())) return undefined;
  if (isDebianRoot()) {
    console.log('Installing Chromium and a Japanese font (apt-get)…');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], env);
    if (findBrowser()) return undefined;
  }
  return 'No Chromium was found: install Chrome or Chromium, set CHROMIUM_PATH, or run `npx playwright install chromium`.';
}
