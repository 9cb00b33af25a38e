import type { Bilingual } from '../bilingual.js';
import type { HechaError } from '../errors.js';
import type { InputPath } from './inputs.js';
import type { InputLimits } from './limits.js';
import type { Source } from './source.js';
import { expandZip } from './zip/expand-zip.js';

/** What came out of an archive. */
export interface ExpandedArchive {
  readonly members: readonly InputPath[];
  /** Members that are no tables, by name, with why they were left. */
  readonly others: readonly { readonly file: string; readonly reason: Bilingual }[];
  readonly faults: readonly { readonly name: string; readonly error: HechaError }[];
}

/**
 * Inflates the members of an archive that may be tables into a folder of ours.
 * @throws HechaError HC3003, HC3008, HC3011, HC3013 for the archive as a whole, HC5002 when there is no room
 */
export async function expandArchive(
  { path, name, origin }: Source,
  options: { readonly limits: InputLimits; readonly temporary: string },
): Promise<ExpandedArchive> {
  const { members, others, faults } = await expandZip({ path, place: name, ...options });
  return {
    members: members.map((member) => ({
      path: member.path,
      name: member.name,
      origin: origin + member.name.slice(name.length),
    })),
    others: others.map((file) => ({ file, reason: NO_TABLE })),
    faults,
  };
}

const NO_TABLE: Bilingual = {
  zh: '压缩包里的这个文件不是表格，没有读',
  en: 'no table: it was left in the archive',
};
