import { expect, it } from 'vitest';
import { hecha } from './fake-io.js';

it('is Chinese in Chinese, defaults too', async () => {
  for (const command of [[], ['audit'], ['synth']]) {
    expect((await hecha(...command, '--help')).out).not.toMatch(/\bdefault\b/);
  }
});
