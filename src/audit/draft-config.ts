import { fill } from '../bilingual.js';
import type { Draft, DraftEntry } from '../config/draft.js';
import type { InspectedFile, InspectedPart, Inspection } from './inspection.js';

/** What an inspection found, as the draft of a configuration. */
export function draftOf(inspection: Inspection, policy: string): Draft {
  const [area, another] = inspection.counties;
  return {
    ...(area !== undefined && another === undefined && { area }),
    ...(inspection.asOfSource === 'inputs' && { asOf: inspection.asOf }),
    policy,
    entries: entriesOf(inspection),
    unread: inspection.unread.map(({ file, sheet, reason }) => ({
      place: sheet === undefined ? file : `${file}!${sheet}`,
      reason: reason.zh,
    })),
  };
}

interface Found {
  readonly file: InspectedFile;
  readonly part: InspectedPart;
}

/** One entry for all parts of a file that are of one dataset and have one header. */
function entriesOf({ files }: Inspection): DraftEntry[] {
  return files.flatMap((file) => {
    const byDataset = new Map<string, Found[]>();
    for (const part of file.parts) {
      const known = byDataset.get(part.dataset.id) ?? [];
      byDataset.set(part.dataset.id, [...known, { file, part }]);
    }
    const isMixed = byDataset.size > 1;
    return [...byDataset.values()].map((found) => entryOf(file, found, isMixed));
  });
}

function entryOf(file: InspectedFile, found: readonly Found[], isMixed: boolean): DraftEntry {
  const [first] = found;
  if (!first) throw new Error('an entry without parts');
  const { part } = first;
  const sheets = found.flatMap(({ part: { report } }) => report.sheet ?? []);
  const rows = found.reduce((sum, { part: { report } }) => sum + report.accepted, 0);
  const upper = part.report.headerRow - 1;
  const unused = [
    ...new Set(
      found.flatMap(({ part: { columns } }) =>
        columns.flatMap(({ header, field }) => (field === undefined ? [header] : [])),
      ),
    ),
  ];
  const likely = part.columns.flatMap(({ header, suggestion }) =>
    suggestion === undefined
      ? []
      : [`列“${header}”未使用，像 ${suggestion}：若确是它，在 columns 中写 ${suggestion}: ${header}`],
  );
  return {
    dataset: part.dataset.id,
    title: part.dataset.title.zh,
    files: [file.name],
    ...(isMixed && { sheets }),
    about: [
      fill('{file}[[（工作表 {sheets}）]]：采用 {rows} 行', {
        file: file.name,
        sheets: sheets.join('、'),
        rows,
      }),
    ],
    found: [
      [
        'header_row',
        part.headerHeight === 2 ? `[${upper}, ${part.report.headerRow}]` : `${part.report.headerRow}`,
      ],
      ...(part.report.encoding ? [['encoding', part.report.encoding.replace(/ .*/, '')] as const] : []),
      ...unitsOf(part),
    ],
    columns: part.columns.flatMap(({ header, field }) =>
      // Of several columns for one field there is nothing to be told by one name.
      field === undefined || timesOf(part, field) > 1 ? [] : [[field, header] as const],
    ),
    remarks: [...(unused.length > 0 ? [`未使用的列：${unused.join('、')}`] : []), ...likely],
  };
}

const timesOf = ({ columns }: InspectedPart, field: string): number =>
  columns.filter((column) => column.field === field).length;

const YUAN: Readonly<Record<number, string>> = {
  1: '元',
  100: '百元',
  1000: '千元',
  10000: '万元',
  1000000: '百万元',
  100000000: '亿元',
};

function unitsOf({ columns }: InspectedPart): (readonly [string, string])[] {
  const units = columns.flatMap(({ field, unit }) =>
    field === undefined || unit === undefined ? [] : [`${field}: ${YUAN[unit] ?? '元'}`],
  );
  return units.length > 0 ? [['units', `{ ${units.join(', ')} }`]] : [];
}
