import type { Cell } from '../files/cell.js';
import { COUNTY } from '../places.js';
import type { StatisticsRow } from '../statistics.js';
import type { Table } from './table.js';

const count = (value: number): Cell => ({ number: String(value) });

/** Writes the villages' statistics. Some cells are text with thousands separators, as spreadsheets leave them behind. */
export function writeStatistics(table: Table, rows: readonly StatisticsRow[], year: number): void {
  for (const [index, row] of rows.entries()) {
    const population = String(row.ruralPopulation).replace(/\B(?=(\d{3})+$)/g, ',');
    table.add([
      COUNTY,
      row.village.township.name,
      row.village.name,
      index % 3 === 0 ? String(year) : count(year),
      count(row.households),
      index % 7 === 0 ? String(row.persons) : count(row.persons),
      index % 2 === 0 ? population : count(row.ruralPopulation),
    ]);
  }
}
