import { Chalk, type ChalkInstance } from 'chalk';
import type { Io } from './io.js';

/**
 * Colours for stdout: none when it is no terminal, with NO_COLOR or with `--no-color`. Their meaning is the same everywhere: red is
 * grave or wrong, yellow to be looked at, green as it should be, cyan new; bold are titles, dim what is only there to be looked up.
 */
export const coloursOf = (io: Io, flags: { readonly color: boolean }): ChalkInstance =>
  new Chalk({ level: io.colour && flags.color ? 1 : 0 });
