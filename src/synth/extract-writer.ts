import { dirtyWriter } from './dirt.js';
import type { Maker } from './maker.js';
import type { Block } from './model.js';
import { plantRejects, type WrittenRow } from './planted-rejects.js';
import { random } from './random.js';
import { type Stranger, stranger, strangerChild } from './strangers.js';
import { cellsOf, headersOf, type Pen } from './tables/columns.js';
import type { Extract } from './tables/extract.js';
import { openTable, type PlantedReject, type Table } from './tables/table.js';

/** Settings that every writer of the county shares. */
export interface WriterSettings {
  readonly folder: string;
  readonly seed: number;
  readonly asOf: string;
  readonly households: number;
  readonly onReject: (reject: PlantedReject) => void;
}

/** A department's file, fed block by block. */
export interface ExtractWriter {
  readonly table: Table;
  write(block: Block, index: number): void;
}

/** Registered households from which on extracts have as many rows about strangers as a real county's. */
const FULL_COUNTY = 10_000;
/** Share of them that even the smallest county has. */
const SMALL_SHARE = 0.12;
/** Households of a block from which on unusable rows are planted in it. */
const MOST_OF_A_BLOCK = 300;
/** Serial numbers of strangers whom only unusable rows know. */
const REJECTED = 200_000_000;

/** Opens a department's file. @param number tells the departments' dice apart. */
export async function openExtract<T>(
  extract: Extract<T>,
  number: number,
  settings: WriterSettings,
): Promise<ExtractWriter> {
  const workbook = extract.format === 'workbook' || extract.format === 'workbook-shared';
  const table = await openTable({
    folder: settings.folder,
    name: extract.file,
    format: extract.format,
    ...(extract.sheet && { sheets: [{ name: extract.sheet }] }),
    head: { titles: extract.titles, headers: headersOf(extract.columns) },
    onReject: settings.onReject,
  });
  const fill = extract.large ? Math.min(1, Math.max(SMALL_SHARE, settings.households / FULL_COUNTY)) : 1;
  const year = Number(settings.asOf.slice(0, 4));
  const nextStranger = strangersOf(extract, { seed: settings.seed, year, first: number });
  return {
    table,
    write(block, index) {
      const from = random(settings.seed, 211, number, index);
      const pen: Pen = { random: from, dirt: dirtyWriter(from, { ...extract.style, typed: workbook }) };
      const maker: Maker = { random: from, asOf: settings.asOf, year, serial: noSerial };
      const rows = [...block.households, ...block.outsiders].flatMap(({ records }) => extract.rows(records));
      const strangeRow = (): WrittenRow => {
        if (!extract.strange) throw new Error('an extract that lists nobody else');
        const who = nextStranger();
        const { village } = from.pick(block.households);
        return { cells: cellsOf(extract.columns, extract.strange(who, maker, village), pen), id: who.id };
      };
      const wanted = Math.round(extract.perHousehold * block.households.length * fill) - rows.length;
      const strangers = extract.strange ? Math.max(0, wanted) : 0;
      // The county's own people are spread evenly among the strangers.
      let written = 0;
      for (const [at, row] of rows.entries()) {
        for (; written * rows.length < strangers * at; written += 1) table.add(strangeRow().cells);
        table.add(cellsOf(extract.columns, row, pen));
      }
      for (; written < strangers; written += 1) table.add(strangeRow().cells);
      if (index > 0 && block.households.length < MOST_OF_A_BLOCK) return;
      const copied = (): WrittenRow | undefined => {
        const [row] = rows;
        const who = stranger(settings.seed, REJECTED + number * 1_000_000 + index * 8 + from.below(8));
        return row === undefined ? undefined : { cells: cellsOf(extract.columns, row, pen), id: who.id };
      };
      plantRejects(extract, table, { index, workbook, sample: extract.strange ? strangeRow : copied });
    },
  };
}

const noSerial = (): never => {
  throw new Error('strangers have numbers of their own');
};

/** The strangers that an extract lists, one after the other. */
function strangersOf<T>(
  extract: Extract<T>,
  from: { readonly seed: number; readonly year: number; readonly first: number },
): () => Stranger {
  let serial = from.first;
  return () => {
    const met = serial;
    serial += extract.stride ?? 1;
    return extract.pupils ? strangerChild(from.seed, met, from.year) : stranger(from.seed, met);
  };
}
