import { existsSync } from 'node:fs';

const PLACES = [
  process.env.HECHA_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The Chromium of this machine, or undefined: the tests install none, and say that they were skipped. */
export function browserAtHand(): string | undefined {
  const found = PLACES.find((path) => path !== '' && existsSync(path));
  if (found === undefined) {
    process.stderr.write(
      'No Chromium found (HECHA_CHROMIUM, /usr/bin/chromium …): the tests of the page in a browser are skipped.\n',
    );
  }
  return found;
}
