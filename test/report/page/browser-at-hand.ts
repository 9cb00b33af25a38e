import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A Chromium to run, and what it needs around it. */
export interface BrowserAtHand {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
  /** Removes what was unpacked for it. */
  remove(): Promise<void>;
}

/**
 * The Chromium that `HECHA_CHROMIUM` names, else the machine's own, else the one that npm has installed, so that the page is tested
 * on a machine that has nothing but Node (`HECHA_CHROMIUM=npm` asks for it).
 * @returns undefined where there is none, which is said: the tests of the page in a browser are skipped then
 */
export async function browserAtHand(): Promise<BrowserAtHand | undefined> {
  const told = process.env.HECHA_CHROMIUM ?? '';
  const own = (told === '' ? PLACES : [told]).find((path) => existsSync(path));
  if (own !== undefined) return { executablePath: own, env: {}, remove: async () => undefined };
  if (process.platform === 'linux' && process.arch === 'x64') return await installedBrowser();
  process.stderr.write(
    'No Chromium found (HECHA_CHROMIUM, /usr/bin/chromium …): the tests of the page in a browser are skipped.\n',
  );
  return undefined;
}

/** Of the package, which is made for machines with next to nothing on them: unpacked with the libraries and fonts that it brings. */
async function installedBrowser(): Promise<BrowserAtHand> {
  const folder = await mkdtemp(join(tmpdir(), 'hecha-chromium-'));
  const before = { ...process.env };
  // The package asks the environment where to unpack, and whether libraries are wanted; and it sets what Chromium is to find.
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  process.env.FONTCONFIG_PATH = join(folder, 'fonts');
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    const executablePath = await bundled.executablePath();
    await writeFile(join(folder, 'fonts', 'fonts.conf'), fontSettings(folder));
    const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
    return {
      executablePath,
      env: env as Record<string, string>,
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** The package's own settings look into `/tmp` alone; without any font Chromium ends itself. Chinese is boxes of a character's width. */
const fontSettings = (folder: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  <match target="pattern"><edit name="family" mode="append" binding="strong"><string>Open Sans</string></edit></match>
</fontconfig>
`;
