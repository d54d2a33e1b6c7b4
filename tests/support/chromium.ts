import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LaunchOptions } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--font-render-hinting=none',
];

/** CHROMIUM_PATH when set; on Linux the Chromium inside an npm package; elsewhere the Chrome of the machine. */
export function launchOptions(): LaunchOptions {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { args: ARGS, executablePath: given };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { args: ARGS, channel: 'chrome' };
  const folder = unpacked();
  const env = {
    ...process.env,
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
  };
  return { args: ARGS, executablePath: join(folder, 'chromium'), env };
}

/** Unpacks beside the packages and then renames, so that workers and users at the same time never see a half Chromium. */
function unpacked() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')) as {
    version: string;
  };
  const cache = join(entry.slice(0, entry.lastIndexOf('node_modules')), 'node_modules/.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}-${process.pid}`;
  mkdirSync(half, { recursive: true });
  // The package unpacks to the temporary folder, with the libraries that a bare machine lacks only for AWS.
  execFileSync(
    process.execPath,
    ['-e', `import('@sparticuz/chromium').then(({ default: it }) => it.executablePath())`],
    {
      env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    },
  );
  const fonts = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(join(half, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>\n`);
  if (!existsSync(folder)) renameSync(half, folder);
  rmSync(half, { recursive: true, force: true });
  return folder;
}
