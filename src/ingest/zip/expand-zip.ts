import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HechaError } from '../../errors.js';
import { overLimit } from '../failure.js';
import type { InputLimits } from '../limits.js';
import { type Archive, type ArchiveEntry, ENCRYPTED, openArchive } from '../xlsx/archive.js';
import { distinctNames } from './distinct-names.js';
import { memberName } from './member-name.js';

interface ZipToExpand {
  readonly path: string;
  /** The archive as reports name it. */
  readonly place: string;
  readonly limits: InputLimits;
  /** A folder of ours for the files; it is the caller who removes it. */
  readonly temporary: string;
}

/** A file out of an archive. */
interface ZipMember {
  /** Where it is now, under a name of ours. */
  readonly path: string;
  /** How reports name it: the archive, `/`, its name in the archive. */
  readonly name: string;
  readonly size: number;
}

export interface ExpandedZip {
  /** In the order of their names. */
  readonly members: readonly ZipMember[];
  /** Names of files that are no tables, which were left in the archive. */
  readonly others: readonly string[];
  /** Files that cannot be inflated, and why. */
  readonly faults: readonly { readonly name: string; readonly error: HechaError }[];
}

/**
 * Inflates all files of an archive that may be tables, or archives themselves, each to a file of its own that nobody else may read. Folders and what
 * systems leave behind (`__MACOSX/`, `.DS_Store`, `Thumbs.db`, `~$…`, hidden files) are passed over.
 * @throws HechaError HC3003 for an archive without a sound directory, HC3008 over a limit, HC3013 encrypted, HC1001 or HC3011 unreadable, HC5002
 * when the files cannot be written. No file is left then.
 */
export async function expandZip({ path, place, limits, temporary }: ZipToExpand): Promise<ExpandedZip> {
  const archive = await openArchive(path, place, limits).catch((error: unknown) => {
    throw error instanceof HechaError && error.values.detail === ENCRYPTED
      ? new HechaError('HC3013', { place })
      : error;
  });
  try {
    const files = namedFiles(archive.entries, place);
    const tables = files.filter(({ isTable }) => isTable);
    const total = tables.reduce((sum, { entry }) => sum + entry.size, 0);
    if (total > limits.totalBytes) {
      throw overLimit({ place, part: '' }, `total_bytes ≤ ${limits.totalBytes} B`, `${total} B`);
    }
    const others = files.filter(({ isTable }) => !isTable).map(({ name }) => name);
    return { ...(await inflateAll({ archive, tables, limits, temporary })), others };
  } finally {
    archive.close();
  }
}

/** Endings of what cannot be a table, and of archives that cannot be read. */
const NO_TABLE = new RegExp(
  `\\.(${[
    'pdf|ofd|ceb|caj|docx?|docm|dotx?|rtf|wps|wpt|odt|pptx?|pptm|dps|odp|vsdx?|xmind|md',
    'jpe?g|png|gif|bmp|tiff?|webp|heic|svg|ico|psd|ai|cdr|dwg|dxf',
    'mp3|wav|wma|amr|m4a|mp4|m4v|avi|mov|mkv|wmv|flv|3gp',
    'exe|msi|dll|apk|bat|cmd|ps1|sh|js|css|py|jar|lnk|url|ini|ttf|ttc|otf',
    'rar|7z|gz|bz2|xz|tar|iso|mdb|accdb|dbf|db|sqlite|sql|bak|shp|shx|prj|eml|msg|ya?ml|json',
  ].join('|')})$`,
  'i',
);

interface NamedFile {
  readonly entry: ArchiveEntry;
  readonly name: string;
  readonly isTable: boolean;
}

function namedFiles(entries: readonly ArchiveEntry[], place: string): NamedFile[] {
  const files = entries
    .map((entry) => ({ entry, name: memberName(entry.zip) }))
    .filter(({ name }) => !isLeftOver(name));
  // Sorting keeps the order of equal names.
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const names = distinctNames(files.map(({ name }) => name));
  return files.map(({ entry, name }, index) => ({
    entry,
    name: `${place}/${names[index]}`,
    isTable: !NO_TABLE.test(name),
  }));
}

/** A folder, or a file that some system or program made for itself. */
function isLeftOver(name: string): boolean {
  const steps = name.split('/');
  const last = steps.at(-1) ?? '';
  if (last === '' || last.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(last)) return true;
  return steps.some((step) => step === '__MACOSX' || (step.startsWith('.') && step !== '.' && step !== '..'));
}

async function inflateAll(from: {
  readonly archive: Archive;
  readonly tables: readonly NamedFile[];
  readonly limits: InputLimits;
  readonly temporary: string;
}): Promise<Pick<ExpandedZip, 'members' | 'faults'>> {
  const { archive, limits, temporary } = from;
  // Archives within archives are expanded into the same folder.
  const unique = randomUUID().slice(0, 8);
  const members: ZipMember[] = [];
  const faults: { name: string; error: HechaError }[] = [];
  try {
    for (const [index, { entry, name }] of from.tables.entries()) {
      const path = join(temporary, `zip-${unique}-${index}`);
      const part = { place: name, part: '' };
      try {
        if (entry.zip.isEncrypted()) throw new HechaError('HC3013', { place: name });
        const chunks = archive.inflate({ ...entry, ambiguous: false }, part, limits.entryBytes);
        await write(path, chunks, temporary);
        members.push({ path, name, size: entry.size });
      } catch (error) {
        await rm(path, { force: true });
        // What is wrong with one member leaves the others as they are.
        if (!(error instanceof HechaError) || !error.code.startsWith('HC3')) throw error;
        faults.push({ name, error });
      }
    }
  } catch (error) {
    for (const { path } of members) await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
  return { members, faults };
}

async function write(path: string, chunks: AsyncIterable<Buffer>, folder: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof HechaError) throw error;
    throw new HechaError('HC5002', { dir: folder, detail: (error as NodeJS.ErrnoException).code ?? 'write' });
  }
}
