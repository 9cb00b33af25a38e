import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How often the peak is looked at, ms: the kernel keeps the highest, so that only the last moments can be missed. */
const LOOK = 20;

/** Runs a command to its end. @returns its seconds and its peak of resident memory, MiB (0 where the system tells none) */
export function measured(command, args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece) => (said = (said + piece).slice(-2000)));
    let peak = 0;
    const look = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), LOOK);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, peak });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${said}`));
    });
  });
}

function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The same of this Node. */
export const node = (args) => measured(process.execPath, args);

export const succeeds = (command, args) =>
  measured(command, args).then(
    () => true,
    () => false,
  );

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
