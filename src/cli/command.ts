import type { Command } from 'commander';
import type { Lang } from '../bilingual.js';
import type { Io } from './io.js';

/** What a command is made with; `end` sets the exit code. */
interface CommandContext {
  readonly io: Io;
  readonly lang: Lang;
  end(code: 0 | 1 | 2): void;
}

export type AddCommand = (program: Command, context: CommandContext) => void;

/** The policy where neither the command line nor a configuration names one. */
export const defaultPolicy = 'gansu-2017';
