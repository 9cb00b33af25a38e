import { type DirtStyle, dirtyWriter } from './dirt.js';
import { type ExtractWriter, openExtract, type WriterSettings } from './extract-writer.js';
import { openCsv } from './files/csv-file.js';
import { householdsOf, type NightlyBlock } from './nights/nightly.js';
import { rowChanges } from './nights/row-changes.js';
import { openPlaceFiles } from './place-files.js';
import type { Places } from './place-records.js';
import { COUNTY, type County } from './places.js';
import { random } from './random.js';
import { secondRows } from './second-roster.js';
import { business, property, vehicle } from './tables/assets.js';
import { helper, hukou, relocation } from './tables/assistance.js';
import { death, disability, ruralDibao, tekun, urbanDibao } from './tables/civil-affairs.js';
import { type Column, cellsOf, headersOf, type Pen } from './tables/columns.js';
import type { Extract } from './tables/extract.js';
import { loan, payment } from './tables/money.js';
import { householdColumns } from './tables/roster-columns.js';
import { openRoster } from './tables/roster-workbook.js';
import { secondRosterColumns } from './tables/second-roster-columns.js';
import { auditSuspect, dwelling, medical, student, water } from './tables/services.js';
import { openTable, type PlantedReject, type Table } from './tables/table.js';
import { cadre, employedPension, payroll, residentPension } from './tables/work.js';
import type { TrueFinding } from './truth/finding.js';
import type { TruthChange } from './truth/truth-changes.js';

type Opener = (number: number, settings: WriterSettings) => Promise<ExtractWriter>;

const open =
  <T>(extract: Extract<T>): Opener =>
  (number, settings) =>
    openExtract(extract, number, settings);

const extracts: readonly Opener[] = [
  open(ruralDibao),
  open(urbanDibao),
  open(tekun),
  open(disability),
  open(vehicle),
  open(property),
  open(employedPension),
  open(residentPension),
  open(payroll),
  open(cadre),
  open(business),
  open(student),
  open(medical),
  open(dwelling),
  open(water),
  open(death),
  open(auditSuspect),
  open(helper),
  open(hukou),
  open(relocation),
  open(loan),
  open(payment),
];

/** The open files of a county. */
export interface CountyFiles {
  addBlock(block: NightlyBlock, index: number): Promise<void>;
  addTruth(finding: TrueFinding): void;
  /** Adds a difference to the night before; in the first night there is none to write to. */
  addChange(change: TruthChange): void;
  addPlaces(places: Places): void;
  drain(): Promise<void>;
  /** Rows of data so far. */
  rows(): number;
  /** Findings so far. */
  truth(): number;
  close(): Promise<{ name: string; rows: number }[]>;
}

const HOUSEHOLD_STYLE = { share: 0.02, date: 'iso', yes: ['是', '否'], typed: false } as const;
const SECOND_STYLE = { share: 0.03, date: 'iso', yes: ['是', '否'], typed: false } as const;

/** What the first night's rows are written with, and what those that came or changed later are. */
interface Pens {
  readonly first: Pen;
  readonly later: Pen;
}

interface Rows<T> {
  readonly first: readonly T[];
  readonly tonight: readonly T[];
  readonly pens: Pens;
}

/** Adds tonight's rows: those of the first night as they were written then, after them those that came or changed. */
function addRows<T>(table: Table, columns: readonly Column<T>[], { first, tonight, pens }: Rows<T>): void {
  const { isKept, added } = rowChanges(columns, first, tonight);
  for (const [at, row] of first.entries()) {
    const cells = cellsOf(columns, row, pens.first);
    if (isKept(at)) table.add(cells);
  }
  for (const row of added) table.add(cellsOf(columns, row, pens.later));
}

/** Opens every file of the county in its folder. */
export async function openCounty(
  county: County,
  settings: Omit<WriterSettings, 'onReject'>,
): Promise<CountyFiles> {
  const { folder, seed, night, today } = settings;
  const truth = openCsv(`${folder}/truth.csv`, 'utf-8-bom');
  truth.row(['rule', 'subject', 'key', 'note']);
  const changes = night > 1 ? openCsv(`${folder}/truth-changes.csv`, 'utf-8-bom') : undefined;
  changes?.row(['rule', 'subject', 'key', 'change', 'note']);
  const rejects = openCsv(`${folder}/truth-rejects.csv`, 'utf-8-bom');
  rejects.row(['file', 'sheet', 'row', 'level', 'reason']);
  const onReject = ({ file, sheet, row, level, reason }: PlantedReject): void => {
    rejects.row([file, sheet, String(row), level, reason]);
  };
  const all = { ...settings, onReject };
  const roster = await openRoster(county, all);
  const household = await openTable({
    folder,
    name: '贫困户信息.csv',
    format: 'utf-8-bom',
    head: { titles: [`${COUNTY}贫困户信息`, `截止日期:${today}`], headers: headersOf(householdColumns) },
    onReject,
  });
  const second = await openTable({
    folder,
    name: '大数据平台人口名单.csv',
    format: 'gb18030',
    head: {
      titles: [`精准扶贫大数据平台人口名单（${COUNTY}）`, `数据日期:${today}`],
      headers: headersOf(secondRosterColumns),
    },
    onReject,
  });
  const places = await openPlaceFiles(all);
  const departments: ExtractWriter[] = [];
  for (const [number, opener] of extracts.entries()) departments.push(await opener(number, all));
  const tables: Table[] = [
    roster.table,
    household,
    second,
    ...places.tables,
    ...departments.map(({ table }) => table),
  ];
  let findings = 0;

  return {
    async addBlock(block, index) {
      await roster.write(block, index);
      const from = random(seed, 503, index);
      const other = random(seed, 811, 503, index);
      const pens = (style: DirtStyle): Pens => ({
        first: { random: from, dirt: dirtyWriter(from, style) },
        later: { random: other, dirt: dirtyWriter(other, style) },
      });
      const listed = pens(HOUSEHOLD_STYLE);
      for (const { first, tonight } of householdsOf(block)) {
        const rows = first.inSheet ? [first] : [];
        const now = first === tonight ? rows : tonight.inSheet ? [tonight] : [];
        addRows(household, householdColumns, { first: rows, tonight: now, pens: listed });
      }
      const rows = secondRows(block.first);
      const now = block.first === block.tonight ? rows : secondRows(block.tonight);
      addRows(second, secondRosterColumns, { first: rows, tonight: now, pens: pens(SECOND_STYLE) });
      for (const department of departments) department.write(block, index);
    },
    addTruth({ rule, subject, key, note }) {
      truth.row([rule, subject, key, note]);
      findings += 1;
    },
    addChange({ rule, subject, key, change, note }) {
      changes?.row([rule, subject, key, change, note]);
    },
    addPlaces(data) {
      places.write(data);
    },
    async drain() {
      for (const table of tables) await table.drain();
    },
    rows: () => tables.reduce((sum, table) => sum + table.rows, 0),
    truth: () => findings,
    async close() {
      for (const table of tables) await table.close();
      await truth.close();
      await changes?.close();
      await rejects.close();
      return tables.map(({ name, rows }) => ({ name, rows }));
    },
  };
}
