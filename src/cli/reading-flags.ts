import type { GatherOptions } from '../audit/gather.js';
import { defaultPolicy } from './command.js';
import { configuredOptions } from './configured.js';
import type { Io } from './io.js';
import { day } from './option-values.js';

/** What the commands that read inputs and run no rule are told. */
export interface ReadingFlags {
  readonly config?: string;
  readonly asOf?: string;
  readonly memory: string;
}

/** How inputs are to be read, by command line and configuration. @throws HechaError HC1001, HC1003, HC2003 */
export async function readingOptions(
  paths: readonly string[],
  flags: ReadingFlags,
  io: Io,
): Promise<{ options: GatherOptions; found: string | undefined }> {
  const { options, found } = await configuredOptions(
    {
      config: flags.config,
      paths,
      out: undefined,
      policy: undefined,
      asOf: flags.asOf && day('--as-of', flags.asOf),
      rules: undefined,
    },
    { out: 'hecha-out', policy: defaultPolicy },
  );
  return {
    found,
    options: { ...options, notInputs: [options.out, ...(options.notInputs ?? [])], today: io.today() },
  };
}
