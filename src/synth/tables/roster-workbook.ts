import { dirtyWriter } from '../dirt.js';
import type { WriterSettings } from '../extract-writer.js';
import type { Cell } from '../files/cell.js';
import { householdsOf, type NightlyBlock } from '../nights/nightly.js';
import { rowChanges } from '../nights/row-changes.js';
import { COUNTY, type County, type Township } from '../places.js';
import { random } from '../random.js';
import { type Column, cellsOf, headersOf } from './columns.js';
import { otherRosterColumns, type RosterRow, rosterColumns, rosterRows } from './roster-columns.js';
import { type Head, openTable, type Table } from './table.js';

/** The roster's workbook, fed block by block. */
export interface RosterWriter {
  readonly table: Table;
  write(block: NightlyBlock, index: number): Promise<void>;
}

/** Sheets that the roster is split over, a group of townships each; from so many on the last one is hidden. */
const SHEETS = 4;
const STYLE = { share: 0.03, date: 'iso', yes: ['是', '否'], typed: true } as const;

const layouts: readonly (readonly Column<RosterRow>[])[] = [rosterColumns, otherRosterColumns];

/** Opens the roster: a sheet for each group of townships, every other one in another layout. */
export async function openRoster(county: County, settings: WriterSettings): Promise<RosterWriter> {
  const groups = groupTownships(county.townships);
  const layoutOf = (group: number): readonly Column<RosterRow>[] =>
    layouts[group % layouts.length] ?? rosterColumns;
  const headOf = (group: number): Head => ({
    titles: group % 2 === 0 ? [`${COUNTY}建档立卡贫困人口信息`, `截止日期:${settings.today}`] : [],
    headers: headersOf(layoutOf(group)),
  });
  const table = await openTable({
    folder: settings.folder,
    name: '建档立卡贫困人口信息.xlsx',
    format: 'workbook-shared',
    sheets: groups.map((townships, index) => ({
      name:
        townships.length === 1
          ? (townships[0]?.name ?? '')
          : `${townships[0]?.name ?? ''}等${townships.length}个乡镇`,
      hidden: groups.length === SHEETS && index === SHEETS - 1,
    })),
    head: headOf(0),
    onReject: settings.onReject,
  });
  let group = 0;
  return {
    table,
    async write(block, index) {
      const from = random(settings.seed, 401, index);
      const pen = { random: from, dirt: dirtyWriter(from, STYLE) };
      const other = random(settings.seed, 811, 401, index);
      const later = { random: other, dirt: dirtyWriter(other, STYLE) };
      for (const { first, tonight } of householdsOf(block)) {
        while (!groups[group]?.includes(first.village.township)) {
          group += 1;
          await table.nextSheet(headOf(group));
        }
        const columns = layoutOf(group);
        const put = (row: RosterRow, cells: Cell[]): void => {
          const at = table.add(cells);
          if (row.person.fault) table.reject(at, 'cell', row.person.fault);
        };
        const rows = rosterRows(first);
        const { isKept, added } = rowChanges(columns, rows, first === tonight ? rows : rosterRows(tonight));
        for (const [at, row] of rows.entries()) {
          const cells = cellsOf(columns, row, pen);
          if (isKept(at)) put(row, cells);
        }
        for (const row of added) put(row, cellsOf(columns, row, later));
      }
    },
  };
}

function groupTownships(townships: readonly Township[]): Township[][] {
  const count = Math.min(SHEETS, townships.length);
  const groups: Township[][] = Array.from({ length: count }, () => []);
  for (const [index, township] of townships.entries())
    groups[Math.floor((index * count) / townships.length)]?.push(township);
  return groups;
}
