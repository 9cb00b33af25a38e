/** An entry of `datasets` to be drafted: what is known of some files of one dataset. */
export interface DraftEntry {
  readonly dataset: string;
  readonly title: string;
  readonly files: readonly string[];
  /** Named only where a workbook holds several datasets. */
  readonly sheets?: readonly string[];
  /** One line each: what the files are and how much is in them. */
  readonly about: readonly string[];
  /** What was found out, to be uncommented and changed where it is wrong: key and value. */
  readonly found: readonly (readonly [key: string, value: string])[];
  /** Field and header of each column. */
  readonly columns: readonly (readonly [field: string, header: string])[];
  readonly remarks: readonly string[];
}

export interface Draft {
  readonly area?: string;
  readonly asOf?: string;
  readonly policy: string;
  readonly entries: readonly DraftEntry[];
  /** Files that could not be read, and why. */
  readonly unread: readonly { readonly place: string; readonly reason: string }[];
}

const PLAIN = /^[\p{Script=Han}A-Za-z_][\p{Script=Han}\w（）()./·-]*$/u;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as YAML has it: as it stands where that cannot be misread, else in quotes. */
const scalar = (text: string): string =>
  PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text);

const list = (texts: readonly string[]): string => `[${texts.map(scalar).join(', ')}]`;

/** A comment of one line, whatever the text has in it. */
const comment = (text: string): string =>
  `# ${text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')}`;

/**
 * The text of a `hecha.yaml` that says of each file what was found out, commented so that a clerk can change it. Audited with it, the
 * files give what they give without it.
 */
export function draftText(draft: Draft): string {
  const lines = [
    '# hecha.yaml：由 hecha init 按文件夹里的文件写成，hecha audit 会自动使用。',
    '# Written by hecha init for the files of this folder; hecha audit goes by it.',
    '# 以 # 开头的是说明或未启用的设置；要改哪一项，就去掉那一行开头的 # 再改。',
    '# 保存时编码须为 UTF-8；改完可先运行 hecha check 检查。',
    '',
    ...(draft.area === undefined
      ? ['# area: 某某县               # 报告上的县名（默认取名册中的县）']
      : [`area: ${scalar(draft.area)}                 # 报告上的县名`]),
    `# as_of: ${draft.asOf ?? '2017-07-31'}        # 核查日（默认取数据中声明的最新日期，没有则为当天）`,
    `policy: ${scalar(draft.policy)}           # 政策包：名称，或自己的 .yaml 文件`,
    'inputs: [.]                   # 要核查的文件和文件夹（相对于本文件）',
    '# out: hecha-out             # 结果文件夹',
    '# own_rules: 自定义规则       # 自定义规则所在文件夹',
    '# parameters: { old_vehicle_years: 12 }   # 改写政策包中的标准，名称见 hecha rules show',
    '',
    '# 每类数据在哪些文件里。文件名可用通配符，如 公安/车辆*.csv、导出.zip/低保*.xls；没有列出的文件仍会自动识别。',
    '# 列出的文件当天没有时，audit 会停下说明；加 --keep-going 则继续，并在报告中注明。',
    ...(draft.entries.length > 0 ? ['datasets:', ...draft.entries.flatMap(entryLines)] : ['# datasets:']),
  ];
  for (const { place, reason } of draft.unread) {
    lines.push(
      '',
      `  ${comment(`没有识别：${place}`)}`,
      `  ${comment(reason)}`,
      '  # 知道它是什么时，去掉下面几行开头的 # 并写明（数据集编号见 hecha inspect --datasets）：',
      '  # - dataset: vehicle',
      `  #   files: [${scalar(filePattern(place.replace(/!.*$/s, '')))}]`,
      '  #   header_row: 1',
      '  #   columns: { owner_id: 表头里的列名 }',
    );
  }
  return `${lines.join('\n')}\n`;
}

function entryLines(entry: DraftEntry): string[] {
  return [
    ...entry.about.map((line) => `  ${comment(line)}`),
    `  - dataset: ${entry.dataset}              ${comment(entry.title)}`,
    `    files: ${list(entry.files.map(filePattern))}`,
    ...(entry.sheets ? [`    sheet: ${list(entry.sheets)}`] : []),
    ...entry.found.map(([key, value]) => `    # ${key}: ${value}`),
    '    # columns:',
    ...entry.columns.map(([field, header]) => `    #   ${field}: ${scalar(header)}`),
    ...entry.remarks.map((line) => `    ${comment(line)}`),
    '',
  ];
}

/** A date in a file's name is another one tomorrow: its digits stand for any. Characters that mean something in a pattern mean themselves. */
function filePattern(name: string): string {
  return name
    .replace(/[\\*?[\]{}()!+@|]/g, (character) => (/[\\[\]]/.test(character) ? '?' : `[${character}]`))
    .replace(/20\d{2}([-_.年]?)(?:0[1-9]|1[0-2])(?:([-_.月]?)(?:0[1-9]|[12]\d|3[01]))?/g, (date) =>
      date.replace(/\d/g, '[0-9]'),
    );
}
