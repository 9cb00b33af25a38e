// Compiles to dist/ and copies what tsc does not: the rules and facts (.sql), the policy (.yaml), the rules' examples and what runs in the page (.js, .css).
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

// `npx hecha` in the checkout links the package into npm's cache and runs `prepare` again: what `npm ci` built still stands.
if (process.env.npm_command === 'exec') process.exit(0);

rmSync('dist', { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
} catch {
  // tsc has said what is wrong.
  process.exit(1);
}
cpSync('src', 'dist/src', {
  recursive: true,
  filter: (path) => !/\.[a-z]+$/.test(path) || /\.(sql|yaml|js|css)$/.test(path),
});
cpSync('test/rules', 'dist/src/rules/examples', {
  recursive: true,
  filter: (path) => !/\.[a-z]+$/.test(path) || path.endsWith('.yaml'),
});
chmodSync('dist/bin/hecha.js', 0o755);
