import type { Bilingual } from '../bilingual.js';
import { rejectReasons } from '../report/reject-reasons.js';
import { NO_ROWS } from './accounts.js';
import type { InspectedPart, Inspection } from './inspection.js';

/** What is wrong, or worth a look, about a file or sheet. */
interface Verdict {
  readonly level: 'error' | 'warning';
  readonly code: string;
  readonly text: Bilingual;
}

/** A sheet or text file, or a file that could not be read at all, with the verdicts on it. */
export interface Checked {
  readonly file: string;
  readonly sheet?: string;
  readonly dataset?: string;
  readonly rows?: {
    readonly read: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly skipped: number;
  };
  readonly verdicts: readonly Verdict[];
}

export interface CheckResult {
  readonly checked: readonly Checked[];
  /** What concerns no single file. */
  readonly overall: readonly Verdict[];
  readonly errors: number;
  readonly warnings: number;
}

/** Rejected rows that are still no error: a count, or a share of the rows of data of each table. */
export type MostRejects = { readonly rows: number } | { readonly share: number };

/** Judges inputs by what the inspection found: what cannot be used is an error, what is used in part or with care a warning. */
export function judgeInputs(inspection: Inspection, most: MostRejects): CheckResult {
  const checked: Checked[] = [
    ...inspection.files.flatMap((file) => file.parts.map((part) => judgePart(part, most))),
    ...inspection.unread.map(({ file, sheet, reason, code = '' }) => ({
      file,
      ...(sheet !== undefined && { sheet }),
      verdicts: [{ level: 'error' as const, code, text: reason }],
    })),
  ];
  const overall = [...leftOut(inspection), ...roster(checked)];
  const all = [...checked.flatMap(({ verdicts }) => verdicts), ...overall];
  return {
    checked,
    overall,
    errors: all.filter(({ level }) => level === 'error').length,
    warnings: all.filter(({ level }) => level === 'warning').length,
  };
}

const leftOut = ({ leftOut: unused }: Inspection): Verdict[] =>
  unused.map(({ file, sheet, reason }) => {
    const place = sheet === undefined ? file : `${file}!${sheet}`;
    return {
      level: 'warning',
      code: 'left-out',
      text: { zh: `未使用：${place}（${reason.zh}）`, en: `Not used: ${place} (${reason.en})` },
    };
  });

const roster = (checked: readonly Checked[]): Verdict[] =>
  checked.some(({ dataset }) => dataset === 'person')
    ? []
    : [
        {
          level: 'warning',
          code: 'no-roster',
          text: {
            zh: '没有建档立卡名册（贫困人口信息）：文件可以检查，但不能核查',
            en: 'There is no roster (registered persons): the files can be checked, but not audited',
          },
        },
      ];

function judgePart(part: InspectedPart, most: MostRejects): Checked {
  const { report } = part;
  const { file, sheet, read, accepted, rejected, skipped } = report;
  return {
    file,
    ...(sheet !== undefined && { sheet }),
    dataset: report.dataset,
    rows: { read, accepted, rejected, skipped },
    verdicts: [
      ...rejectVerdict(part, most),
      ...badCellVerdict(part),
      ...unmatchedVerdict(part),
      ...part.columns.flatMap(({ header, suggestion }): Verdict[] =>
        suggestion === undefined
          ? []
          : [
              {
                level: 'warning',
                code: 'suggestion',
                text: {
                  zh: `列“${header}”未使用，像 ${suggestion}：若确是它，请写进 hecha.yaml 的 columns`,
                  en: `column "${header}" is not used and looks like ${suggestion}: if it is meant, write it under columns in hecha.yaml`,
                },
              },
            ],
      ),
      ...report.warnings.map(
        (text): Verdict =>
          text === NO_ROWS
            ? { level: 'error', code: 'no-rows', text }
            : { level: 'warning', code: 'note', text },
      ),
    ],
  };
}

function rejectVerdict({ report, problems }: InspectedPart, most: MostRejects): Verdict[] {
  const { accepted, rejected } = report;
  if (rejected === 0) return [];
  const allowed = 'rows' in most ? most.rows : most.share * (accepted + rejected);
  const shown = 'rows' in most ? String(most.rows) : `${Number((most.share * 100).toFixed(6))}%`;
  const first = problems.find(({ level }) => level === 'row');
  const reason = reasonOf(first?.reason ?? '');
  const limit =
    'rows' in most && most.rows === 0
      ? { zh: '', en: '' }
      : { zh: `（允许 ${shown}）`, en: ` (allowed: ${shown})` };
  const at = {
    zh: first ? `，第一处在第 ${first.row} 行：${reason.zh}` : '',
    en: first ? `; the first is row ${first.row}: ${reason.en}` : '',
  };
  return [
    {
      level: rejected > allowed ? 'error' : 'warning',
      code: 'rejected',
      text: {
        zh: `${rejected} 行未采用${limit.zh}${at.zh}`,
        en: `${rejected} rows rejected${limit.en}${at.en}`,
      },
    },
  ];
}

const reasonOf = (code: string): Bilingual => {
  const known: Readonly<Record<string, Bilingual>> = rejectReasons;
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? { zh: code, en: code };
};

function badCellVerdict({ report, problems }: InspectedPart): Verdict[] {
  if (report.badCells === 0) return [];
  const first = problems.find(({ level }) => level === 'cell');
  const at = first
    ? {
        zh: `，第一处在第 ${first.row} 行“${first.header}”`,
        en: `; the first is row ${first.row}, ${first.header}`,
      }
    : { zh: '', en: '' };
  return [
    {
      level: 'warning',
      code: 'bad-cells',
      text: {
        zh: `${report.badCells} 个单元格不能用${at.zh}`,
        en: `${report.badCells} cells cannot be used${at.en}`,
      },
    },
  ];
}

function unmatchedVerdict({ report }: InspectedPart): Verdict[] {
  const rows = Object.values(report.unmatched).reduce((sum, count) => sum + count, 0);
  if (rows === 0) return [];
  return [
    {
      level: 'warning',
      code: 'unmatched',
      text: {
        zh: `${rows} 行证件号码有误，保留但不能比对`,
        en: `${rows} rows have a wrong ID number: kept, but not matched`,
      },
    },
  ];
}
