import { execFileSync } from 'node:child_process';

/** The command-line tests run what `npm ci` builds: it is built anew from the tree under test. */
export default function setup(): void {
  // Under `npx vitest` npm says `exec`, for which the build script holds itself to be superfluous.
  const env = { ...process.env, npm_command: 'run-script' };
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit', env });
}
