import { dirtyWriter } from './dirt.js';
import type { WriterSettings } from './extract-writer.js';
import type { Places } from './place-records.js';
import { COUNTY } from './places.js';
import { random } from './random.js';
import { type Column, cellsOf, headersOf, type Pen } from './tables/columns.js';
import { mutualFundColumns, projectColumns, villageColumns } from './tables/place-workbooks.js';
import { writeStatistics } from './tables/statistics-workbook.js';
import { openTable, type Table } from './tables/table.js';

/** The files about places, which are written when everybody is counted. */
export interface PlaceFiles {
  readonly tables: readonly Table[];
  write(places: Places): void;
}

/** Opens the files about places. */
export async function openPlaceFiles({
  folder,
  seed,
  asOf,
  today,
  onReject,
}: WriterSettings): Promise<PlaceFiles> {
  const year = Number(asOf.slice(0, 4));
  const statistics = await openTable({
    folder,
    name: '统计局贫困监测数据.xlsx',
    format: 'workbook-shared',
    sheets: [{ name: '分村数据' }],
    head: {
      titles: [`${COUNTY}农村贫困监测主要数据`, '单位：户、人'],
      headers: ['县', '乡镇名称', '村名称', '年度', '贫困户数', '贫困人口数', '乡村人口'],
    },
    onReject,
  });
  const village = await openTable({
    folder,
    name: '贫困村基本信息.xlsx',
    format: 'workbook',
    sheets: [{ name: '贫困村' }],
    head: { titles: [`${COUNTY}贫困村信息表`], headers: headersOf(villageColumns) },
    onReject,
  });
  const project = await openTable({
    folder,
    name: '财政扶贫项目资金台账.csv',
    format: 'gb18030',
    head: {
      titles: [`${COUNTY}财政扶贫项目资金台账`, `截止日期:${today}`],
      headers: headersOf(projectColumns),
    },
    onReject,
  });
  const fund = await openTable({
    folder,
    name: '村级互助资金运行情况.xlsx',
    format: 'workbook-shared',
    sheets: [{ name: '互助资金' }],
    head: {
      titles: [`${COUNTY}村级互助资金运行情况统计表`, '单位：元'],
      headers: headersOf(mutualFundColumns),
    },
    onReject,
  });
  const penOf = (number: number, typed: boolean): Pen => {
    const from = random(seed, 607, number);
    return { random: from, dirt: dirtyWriter(from, { share: 0.03, date: 'iso', yes: ['是', '否'], typed }) };
  };
  const fill = <T>(table: Table, columns: readonly Column<T>[], rows: readonly T[], pen: Pen): void => {
    for (const row of rows) table.add(cellsOf(columns, row, pen));
  };
  return {
    tables: [statistics, village, project, fund],
    write({ statistics: counted, villages, projects, funds }) {
      writeStatistics(statistics, counted, year);
      fill(village, villageColumns, villages, penOf(1, true));
      fill(project, projectColumns, projects, penOf(2, false));
      fill(fund, mutualFundColumns, funds, penOf(3, true));
    },
  };
}
