import { join } from 'node:path';
import type { Bilingual } from '../bilingual.js';
import type { Dataset } from '../datasets/dataset.js';
import { openDuckdb } from '../engine/duckdb.js';
import { suggestedField } from '../ingest/detect.js';
import type { Detected, Reasons } from '../ingest/detection.js';
import type { FileRead } from '../ingest/ingest.js';
import type { PartRead } from '../ingest/part-read.js';
import { type ColumnStates, columnStates, firstProblems, type Problem } from '../normalize/column-states.js';
import type { PartReport, UnusedInput } from '../report/model.js';
import { type GatherOptions, gather } from './gather.js';
import { unreadInput } from './incomplete.js';
import type { Progress } from './progress.js';

/** A column of a part: what it is called, what it was taken for, and how its cells are written. */
export interface InspectedColumn {
  /** Number of the column, from 1, and its letters as a spreadsheet has them. */
  readonly number: number;
  readonly letters: string;
  readonly header: string;
  readonly field?: string;
  readonly label?: Bilingual;
  readonly type?: string;
  /** What one unit is worth in yuan, where the file says. */
  readonly unit?: number;
  /** The field that it names too, but for which another column was taken. */
  readonly passedOver?: string;
  /** The field that its header nearly names: to be written in hecha.yaml if it is meant. */
  readonly suggestion?: string;
  readonly states?: Readonly<Record<string, number>>;
}

/** A sheet or text file that was read. */
export interface InspectedPart {
  readonly report: PartReport;
  readonly dataset: Dataset;
  readonly reasons: Reasons;
  readonly headerHeight: number;
  readonly delimiter?: string;
  readonly declaredDate?: string;
  readonly columns: readonly InspectedColumn[];
  /** Letters of the columns without a name, which are not used; those side by side as one range (`F–AB`). */
  readonly nameless: readonly string[];
  /** Fields of the dataset that no column has; none of them is a key. */
  readonly missing: readonly { readonly field: string; readonly header: string }[];
  readonly problems: readonly Problem[];
  readonly problemsByReason: Readonly<Record<string, number>>;
}

export interface InspectedFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly kind: string;
  readonly inside?: FileRead['inside'];
  readonly parts: readonly InspectedPart[];
}

/** All that the inputs are. */
export interface Inspection {
  readonly asOf: string;
  readonly asOfSource: string;
  /** Names of the counties on the roster, in their order. */
  readonly counties: readonly string[];
  readonly files: readonly InspectedFile[];
  /** Files and sheets that cannot be read, and why. */
  readonly unread: readonly UnusedInput[];
  readonly leftOut: readonly UnusedInput[];
}

/** Problems of a part that are listed with their place. */
const LISTED = 10;

/**
 * Reads the inputs as an audit does, runs no rule, and tells what each of them is.
 * @param work.temporary a folder for passing copies, which the caller removes
 * @throws HechaError HC1001, HC1002 when there is nothing to read; what one input causes is told under `unread`
 */
export async function inspect(
  options: GatherOptions,
  work: { readonly temporary: string; readonly progress: Progress; readonly memory?: string },
): Promise<Inspection> {
  const engine = await openDuckdb({
    temporary: join(work.temporary, 'spill'),
    ...(work.memory && { memory: work.memory }),
  });
  try {
    const looked = new Map<PartRead, Looked>();
    const gathered = await gather(
      engine,
      { ...options, keepGoing: true },
      {
        ...work,
        onPart: async (read, asOf) => {
          const { first, byReason } = await firstProblems(engine, read.part, LISTED);
          looked.set(read, { states: await columnStates(engine, read.part, asOf), first, byReason });
        },
      },
    );
    const counties = await engine.all(
      'SELECT DISTINCT county FROM main.person WHERE county IS NOT NULL ORDER BY county',
    );
    const files = gathered.files.map((file, at): InspectedFile => {
      const reports = gathered.reported[at]?.parts ?? [];
      const { name, size, sha256, kind, inside } = file;
      const parts = file.parts.flatMap((read, index): InspectedPart[] => {
        const report = reports[index];
        const seen = looked.get(read);
        return report && seen ? [inspectedPart(read, report, seen)] : [];
      });
      return { name, size, sha256, kind, ...(inside && { inside }), parts };
    });
    return {
      asOf: gathered.asOf,
      asOfSource: gathered.asOfSource,
      counties: counties.map(({ county }) => String(county)),
      files,
      unread: gathered.faults.map(unreadInput),
      leftOut: gathered.leftOut,
    };
  } finally {
    await engine.close();
  }
}

interface Looked {
  readonly states: readonly ColumnStates[];
  readonly first: readonly Problem[];
  readonly byReason: Readonly<Record<string, number>>;
}

function inspectedPart(read: PartRead, report: PartReport, looked: Looked): InspectedPart {
  const { detected } = read;
  const { dataset } = detected;
  const taken = new Set(detected.columns.map(({ field }) => field));
  const pairFields = detected.wide ? ['name', 'id_number', 'head_id'] : [];
  const open = Object.keys(dataset.fields).filter((field) => !taken.has(field));
  return {
    report,
    dataset,
    reasons: detected.reasons,
    headerHeight: detected.headerHeight,
    ...(read.delimiter !== undefined && { delimiter: read.delimiter }),
    ...(read.declaredDate && { declaredDate: read.declaredDate }),
    columns: detected.header.flatMap((header, index) =>
      header.trim() === '' && !detected.columns.some((column) => column.index === index)
        ? []
        : [inspectedColumn(read, index, { states: looked.states, open })],
    ),
    nameless: namelessRanges(detected),
    missing: open
      .filter((field) => !pairFields.includes(field) && field !== dataset.gather?.field)
      .map((field) => ({ field, header: dataset.fields[field]?.headers[0] ?? field })),
    problems: looked.first,
    problemsByReason: looked.byReason,
  };
}

function inspectedColumn(
  { detected, part }: PartRead,
  index: number,
  known: { readonly states: readonly ColumnStates[]; readonly open: readonly string[] },
): InspectedColumn {
  const header = detected.header[index] ?? '';
  const place = { number: index + 1, letters: lettersOf(index), header };
  const at = detected.columns.findIndex((column) => column.index === index);
  const column = detected.columns[at];
  const pair = detected.wide?.findIndex((each) => each.name === index || each.id_number === index) ?? -1;
  const inPair = detected.wide?.[pair];
  const field = column?.field ?? (inPair && (inPair.id_number === index ? 'id_number' : 'name'));
  if (field === undefined) {
    const { passedOver } = detected.unused.find((each) => each.index === index) ?? {};
    const suggestion =
      passedOver === undefined ? suggestedField(header, detected.dataset, known.open) : undefined;
    return { ...place, ...(passedOver && { passedOver }), ...(suggestion && { suggestion }) };
  }
  const own = part.dataset.fields[field];
  const states = known.states.find(
    (each) => each.field === field && (inPair ? each.pair === pair : each.header === column?.header),
  );
  return {
    ...place,
    field,
    ...(own && { label: { zh: own.headers[0] ?? field, en: own.en }, type: own.type }),
    ...(column?.unit !== undefined && { unit: column.unit }),
    ...(states && { states: states.states }),
  };
}

/** The columns without a name, as ranges: exports can have hundreds of them at the end. */
function namelessRanges({ header, columns }: Detected): string[] {
  const used = new Set(columns.map(({ index }) => index));
  const ranges: [first: number, last: number][] = [];
  for (const [index, name] of header.entries()) {
    if (name !== '' || used.has(index)) continue;
    const range = ranges.at(-1);
    if (range && range[1] === index - 1) range[1] = index;
    else ranges.push([index, index]);
  }
  return ranges.map(([first, last]) =>
    first === last ? lettersOf(first) : `${lettersOf(first)}–${lettersOf(last)}`,
  );
}

/** A, B … Z, AA …: what a spreadsheet calls a column. */
function lettersOf(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
