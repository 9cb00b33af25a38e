import { dirtyWriter } from '../dirt.js';
import type { WriterSettings } from '../extract-writer.js';
import type { Block } from '../model.js';
import { COUNTY, type County, type Township } from '../places.js';
import { random } from '../random.js';
import { type Column, cellsOf, headersOf } from './columns.js';
import { otherRosterColumns, type RosterRow, rosterColumns, rosterRows } from './roster-columns.js';
import { type Head, openTable, type Table } from './table.js';

/** The roster's workbook, fed block by block. */
export interface RosterWriter {
  readonly table: Table;
  write(block: Block, index: number): Promise<void>;
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
    titles: group % 2 === 0 ? [`${COUNTY}建档立卡贫困人口信息`, `截止日期:${settings.asOf}`] : [],
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
      for (const household of block.households) {
        while (!groups[group]?.includes(household.village.township)) {
          group += 1;
          await table.nextSheet(headOf(group));
        }
        for (const row of rosterRows(household)) {
          const at = table.add(cellsOf(layoutOf(group), row, pen));
          if (row.person.fault) table.reject(at, 'cell', row.person.fault);
        }
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
