import { execFileSync } from 'node:child_process';

/** The command-line tests run what `npm ci` builds: it is built anew from the tree under test. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
