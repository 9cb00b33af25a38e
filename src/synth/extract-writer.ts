import { dirtyWriter } from './dirt.js';
import type { Cell } from './files/cell.js';
import type { Maker } from './maker.js';
import { familiesOf, type NightlyBlock } from './nights/nightly.js';
import { rowChanges } from './nights/row-changes.js';
import { plantRejects, type WrittenRow } from './planted-rejects.js';
import { type Random, random, shuffled } from './random.js';
import { type Stranger, stranger, strangerChild } from './strangers.js';
import { cellsOf, headersOf, type Pen } from './tables/columns.js';
import type { Extract } from './tables/extract.js';
import { openTable, type PlantedReject, type Table } from './tables/table.js';

/** Settings that every writer of the county shares. */
export interface WriterSettings {
  readonly folder: string;
  readonly seed: number;
  /** The day of the first night, by which the county was made. */
  readonly asOf: string;
  /** The night, from 1, and its day. */
  readonly night: number;
  readonly today: string;
  readonly households: number;
  readonly onReject: (reject: PlantedReject) => void;
}

/** A department's file, fed block by block. */
export interface ExtractWriter {
  readonly table: Table;
  write(block: NightlyBlock, index: number): void;
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
  const penOf = (from: Random): Pen => ({
    random: from,
    dirt: dirtyWriter(from, { ...extract.style, typed: workbook }),
  });
  /** Departments export anew now and then, and their systems give the rows in no order. */
  const orderOf = (count: number, index: number): readonly number[] =>
    isReordered(settings.night, number)
      ? shuffled(count, random(settings.seed, 821, number, index, settings.night))
      : Array.from({ length: count }, (_, at) => at);
  return {
    table,
    write(block, index) {
      const { households } = block.first;
      const from = random(settings.seed, 211, number, index);
      const pen: Pen = penOf(from);
      const maker: Maker = { random: from, asOf: settings.asOf, year, serial: noSerial };
      const listed = familiesOf(block).map(({ first, tonight }) => {
        const rows = extract.rows(first.records);
        return { rows, tonight: first === tonight ? rows : extract.rows(tonight.records) };
      });
      const count = listed.reduce((sum, { rows }) => sum + rows.length, 0);
      const strangeRow = (): WrittenRow => {
        if (!extract.strange) throw new Error('an extract that lists nobody else');
        const who = nextStranger();
        const { village } = from.pick(households);
        return { cells: cellsOf(extract.columns, extract.strange(who, maker, village), pen), id: who.id };
      };
      const wanted = Math.round(extract.perHousehold * households.length * fill) - count;
      const strangers = extract.strange ? Math.max(0, wanted) : 0;
      const lines: Cell[][] = [];
      const later = penOf(random(settings.seed, 811, number, index));
      // The county's own people are spread evenly among the strangers.
      let written = 0;
      let at = 0;
      for (const { rows, tonight } of listed) {
        const { isKept, added } = rowChanges(extract.columns, rows, tonight);
        for (const [place, row] of rows.entries()) {
          for (; written * count < strangers * at; written += 1) lines.push(strangeRow().cells);
          // Written even where it is gone, so that the dice fall for the others as they did in the first night.
          const cells = cellsOf(extract.columns, row, pen);
          if (isKept(place)) lines.push(cells);
          at += 1;
        }
        for (const row of added) lines.push(cellsOf(extract.columns, row, later));
      }
      for (; written < strangers; written += 1) lines.push(strangeRow().cells);
      for (const place of orderOf(lines.length, index)) table.add(lines[place] ?? []);
      if (index > 0 && households.length < MOST_OF_A_BLOCK) return;
      const copied = (): WrittenRow | undefined => {
        const row = listed.find(({ rows }) => rows.length > 0)?.rows[0];
        const who = stranger(settings.seed, REJECTED + number * 1_000_000 + index * 8 + from.below(8));
        return row === undefined ? undefined : { cells: cellsOf(extract.columns, row, pen), id: who.id };
      };
      plantRejects(extract, table, { index, workbook, sample: extract.strange ? strangeRow : copied });
    },
  };
}

const isReordered = (night: number, number: number): boolean => night > 1 && (night + number) % 4 === 0;

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
