import { gather } from '../audit/gather.js';
import type { Progress } from '../audit/progress.js';
import { readingAgain } from '../audit/recorded-reading.js';
import { datasets } from '../datasets/catalogue.js';
import type { FieldType } from '../datasets/dataset.js';
import { openDuckdb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { defaultLimits } from '../ingest/limits.js';
import type { PartRead } from '../ingest/part-read.js';
import { readSourceRows, type WantedRows } from '../ingest/source-rows.js';
import { quoted } from '../normalize/sql-text.js';
import { ROWS_PER_PART } from '../normalize/tables.js';
import type { LocatedFile } from '../reproduce/locate-inputs.js';
import type { RecordedRun } from '../reproduce/recorded-run.js';
import type { Place } from './places.js';

/** One cell of a row, with what its column is taken for. */
export interface SourceCell {
  readonly header: string;
  readonly text: string;
  readonly field?: string;
  readonly type?: FieldType;
}

/** An ID number of a row, as it was read. */
interface ReadId {
  readonly field: string;
  readonly header: string;
  /** The 18 digits that are matched, where there are any. */
  readonly key: string | null;
  /** See normalize/id-number.ts. */
  readonly state: string;
  /** The category and level of a disability certificate, cut off behind the 18 digits. */
  readonly certificate: boolean;
}

/** A row on which a finding rests, as it stands in its file today. */
export interface SourceRow {
  readonly place: Place;
  /** `same`: its file is the one that the run has read. */
  readonly state: LocatedFile['state'];
  /** SHA-256 of the file, as the run has read it and as it is, where it is another. */
  readonly expected: string | null;
  readonly found?: string;
  /** Where the file is. */
  readonly path?: string;
  /** Every column; undefined where the file, or the row in it, is not there. */
  readonly cells?: readonly SourceCell[];
  readonly ids: readonly ReadId[];
}

/**
 * Reads the rows that a finding names again, each with all its cells, and what hecha reads of its ID numbers.
 * @param temporary a private folder
 */
export async function readRows(
  run: RecordedRun,
  places: readonly Place[],
  given: {
    readonly located: readonly LocatedFile[];
    readonly temporary: string;
    readonly progress: Progress;
    readonly memory?: string;
  },
): Promise<SourceRow[]> {
  const files = new Map(given.located.map((file) => [file.name, file]));
  const there = new Map<string, string>();
  for (const { given: name } of places) {
    const path = files.get(name)?.path;
    if (path !== undefined) there.set(name, path);
  }
  const cells = new Map<string, readonly string[]>();
  const parts = new Map<string, PartRead>();
  const engine = await openDuckdb({
    temporary: given.temporary,
    ...(given.memory && { memory: given.memory }),
  });
  try {
    if (there.size > 0) {
      const { recorded } = run;
      const gathered = await gather(
        engine,
        {
          ...readingAgain(recorded.reading, there),
          // Whatever has become of one file, the rows of the others are shown.
          keepGoing: true,
          asOf: recorded.as_of,
          asOfSource: recorded.as_of_source,
          today: recorded.as_of,
        },
        { temporary: given.temporary, progress: given.progress },
      );
      for (const read of gathered.files.flatMap((file) => file.parts)) parts.set(keyOf(read.part), read);
      for (const [name, path] of there) {
        await readSourceRows(
          { name, path },
          wantedRows(
            run,
            places.filter((place) => place.given === name),
          ),
          { limits: { ...defaultLimits, ...recorded.reading.limits }, temporary: given.temporary },
          ({ file, sheet }, row, found) =>
            cells.set(`${keyOf({ file, ...(sheet !== undefined && { sheet }) })}#${row}`, [...found]),
        ).catch(() => undefined);
      }
    }
    const rows: SourceRow[] = [];
    for (const place of places) {
      const file = files.get(place.given);
      const part = parts.get(keyOf(place));
      const found = cells.get(`${keyOf(place)}#${place.row}`);
      rows.push({
        place,
        state: file?.state ?? 'missing',
        expected: file?.expected ?? null,
        ...(file?.found !== undefined && { found: file.found }),
        ...(file?.path !== undefined && { path: file.path }),
        ...(found && { cells: cellsOf(found, part) }),
        ids: part ? await readIds(engine, part, place.row) : [],
      });
    }
    return rows;
  } finally {
    await engine.close();
  }
}

const keyOf = ({ file, sheet }: { readonly file: string; readonly sheet?: string }): string =>
  JSON.stringify([file, sheet ?? null]);

function wantedRows(run: RecordedRun, places: readonly Place[]): WantedRows[] {
  const rows = new Map<string, { place: Place; rows: Set<number> }>();
  for (const place of places) {
    const known = rows.get(keyOf(place)) ?? { place, rows: new Set<number>() };
    known.rows.add(place.row);
    rows.set(keyOf(place), known);
  }
  return [...rows.values()].map(({ place: { file, sheet }, rows: numbers }) => {
    const entry = run.recorded.reading.entries.find(({ files }) => files.includes(file));
    return {
      file,
      ...(sheet !== undefined && { sheet }),
      rows: numbers,
      settings: {
        ...(entry?.encoding && { encoding: entry.encoding }),
        ...(entry?.delimiter && { delimiter: entry.delimiter }),
      },
    };
  });
}

function cellsOf(texts: readonly string[], read: PartRead | undefined): SourceCell[] {
  const header = read?.detected.header ?? [];
  const columns = new Map(read?.part.columns.map((column) => [column.index, column.field]));
  const fields = read?.part.dataset.fields ?? {};
  return Array.from({ length: Math.max(texts.length, header.length) }, (_, index): SourceCell => {
    const field = columns.get(index);
    const type = field === undefined ? undefined : fields[field]?.type;
    return {
      header: header[index] ?? '',
      text: texts[index] ?? '',
      ...(field !== undefined && { field }),
      ...(type && { type }),
    };
  });
}

/** What became of the ID numbers of a row; those of a row that was not used are not in any table. */
async function readIds(engine: Engine, { part }: PartRead, row: number): Promise<ReadId[]> {
  const dataset = datasets.find(({ id }) => id === part.dataset.id);
  const fields = Object.entries(dataset?.fields ?? {}).filter(([, { type }]) => type === 'id');
  if (fields.length === 0) return [];
  const columns = fields.flatMap(([name]) =>
    ['_key', '_state', '_cert'].map((suffix) => quoted(name + suffix)),
  );
  const rows = await engine.all(
    `SELECT ${columns.join(', ')} FROM main.${quoted(part.dataset.id)} WHERE ref = ${part.index} * ${ROWS_PER_PART}::BIGINT + ${row}`,
  );
  return rows.flatMap((values) =>
    fields.flatMap(([field, { headers }]): ReadId[] => {
      const state = values[`${field}_state`];
      if (typeof state !== 'string' || state === 'missing') return [];
      const key = values[`${field}_key`];
      return [
        {
          field,
          header: part.columns.find((column) => column.field === field)?.header ?? headers[0] ?? field,
          key: typeof key === 'string' ? key : null,
          state,
          certificate: typeof values[`${field}_cert`] === 'string',
        },
      ];
    }),
  );
}
