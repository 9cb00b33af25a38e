import { type Bilingual, fill, type Lang } from './bilingual.js';

/**
 * Every failure that a flag, a file or a machine can cause: what, where, why, what to do, in one sentence.
 * HC1xxx usage, HC2xxx configuration and policy, HC3xxx input, HC4xxx rules, HC5xxx the run folder, HC9xxx internal.
 * Numbers are never used again for something else. No message may carry a cell's value: only its place.
 */
const catalogue = {
  HC1001: {
    zh: '没有找到“{path}”：请检查路径是否写对、文件是否已移走。',
    en: 'Nothing is at "{path}": check the path, or whether the file was moved.',
  },
  HC1002: {
    zh: '“{path}”里没有可读的表格文件（.xlsx、.xls、.csv、.txt、.zip）：请把导出的文件放进去，或另外指定文件。',
    en: 'No table file (.xlsx, .xls, .csv, .txt, .zip) in "{path}": put the exports there, or name the files.',
  },
  HC1003: {
    zh: '选项 {flag} 的值“{value}”不对[[（是否想写 {nearest}）]]：应为{expected}。',
    en: 'Option {flag} cannot be "{value}"[[ (did you mean {nearest}?)]]: give {expected}.',
  },
  HC1004: {
    zh: '{message}。用 hecha [[{command} ]]--help 查看用法。',
    en: '{message}. See hecha [[{command} ]]--help.',
  },
  HC1005: {
    zh: '“{dir}”里已有别的文件：合成数据只写进空文件夹，或以前写过合成数据的文件夹，请另选一个。',
    en: '"{dir}" holds other files: synthetic data go only into an empty folder or one that held them before; name another.',
  },
  HC1006: {
    zh: '--keep-tables 写出的数据表含完整姓名和证件号，不能与 --mask partial、full 同用：请去掉其中一个。',
    en: '--keep-tables writes tables with whole names and ID numbers and cannot go with --mask partial or full: leave one out.',
  },
  HC1007: {
    zh: '“{path}”已经存在，没有改动：请先改名或移走，或加 --force 覆盖。',
    en: '"{path}" is there already and was not touched: move it away, or overwrite it with --force.',
  },
  HC2001: {
    zh: '政策包“{file}”第 {line} 行：{problem}。',
    en: 'Policy pack "{file}", line {line}: {problem}.',
  },
  HC2002: {
    zh: '没有名为“{name}”的政策包[[（你是否想写 {nearest}）]]：可用的有 {known}，也可以给出 .yaml 文件的路径。',
    en: 'No policy pack "{name}"[[ (did you mean {nearest}?)]]: there are {known}, or give the path of a .yaml file.',
  },
  HC2003: {
    zh: '配置文件“{file}”第 {line} 行：{problem}。',
    en: 'Configuration "{file}", line {line}: {problem}.',
  },
  HC2004: {
    zh: '政策包“{pack}”缺少规则要用的参数 {parameter}，或其类型不对：请在其中写 extends: gansu-2017，或补上这个参数。',
    en: 'Policy pack "{pack}" lacks the parameter {parameter} that rules need, or has it of another kind: write extends: gansu-2017 in it, or add the parameter.',
  },
  HC3001: {
    zh: '“{place}”的表头缺少必需的列：最接近{nearest}，缺 {missing}[[（“{column}”很像，若就是它，请在 hecha.yaml 的 columns 中写明 {field}: {column}）]]。请补上这一列，或不要把这个文件放进来。',
    en: 'The header of "{place}" lacks key columns: nearest is {nearest}, without {missing}[[ ("{column}" looks like it: if it is, write {field}: {column} under columns in hecha.yaml)]]. Add the column, or leave the file out.',
  },
  HC3002: {
    zh: '“{place}”的表头同时像{candidates}，无法确定：请在表上方的标题行或工作表名中写明是哪类数据，或在 hecha.yaml 的 datasets 中指定。',
    en: 'The header of "{place}" fits {candidates} alike: say which in a title line or the sheet name, or under datasets in hecha.yaml.',
  },
  HC3003: {
    zh: '“{place}”已损坏或不完整（{detail}）：请重新导出或重新复制这个文件。',
    en: '"{place}" is damaged or cut short ({detail}): export or copy it again.',
  },
  HC3004: {
    zh: '“{place}”是{kind}，不能读：能用 WPS 或 Excel 打开的，请另存为 .xlsx 或 .csv；打不开的，请向提供的部门要表格文件。',
    en: '"{place}" is {kind}, which cannot be read: save it as .xlsx or .csv if WPS or Excel can open it, else ask whoever sent it for a table.',
  },
  HC3005: {
    zh: '没有建档立卡名册：输入中没有贫困人口信息（需有户编号、姓名、证件号码和与户主关系），无法核查。',
    en: 'No roster: none of the inputs is the registered persons’ list (household number, name, ID number, relation to head), so there is nothing to audit.',
  },
  HC3006: {
    zh: '“{place}”的行数对不上：文件有 {counted} 行，读到 {read} 行。为免漏行，本次不出报告；请重新导出，或另存为 .xlsx。',
    en: 'The rows of "{place}" do not add up: the file has {counted}, {read} were read. No report is made; export it again, or save it as .xlsx.',
  },
  HC3007: {
    zh: '“{place}”的编码无法确定（不是 UTF-8，也不是 GB18030，第 {row} 行起）：请另存为 UTF-8 的 CSV。',
    en: 'The encoding of "{place}" is neither UTF-8 nor GB18030 (from line {row}): save it as UTF-8 CSV.',
  },
  HC3008: {
    zh: '“{place}”超过限制（{limit}）：{detail}。数据确实这样大时，可在 hecha.yaml 的 limits 中放宽。',
    en: '"{place}" is over a limit ({limit}): {detail}. If the data are really that large, raise it under limits in hecha.yaml.',
  },
  HC3009: {
    zh: '“{place}”声明有 {declared} 行数据，却一行也没读到：请用 WPS 或 Excel 打开后重新保存。',
    en: '"{place}" declares {declared} rows and yields none: open and save it again in WPS or Excel.',
  },
  HC3010: {
    zh: '“{place}”是空的：请重新导出。',
    en: '"{place}" is empty: export it again.',
  },
  HC3011: {
    zh: '“{place}”无法读取（{detail}）：请检查权限，或关闭正在占用它的程序。',
    en: '"{place}" cannot be read ({detail}): check its permissions, or close the program that holds it.',
  },
  HC3012: {
    zh: '“{place}”的前 20 行里没有认得出的表头：缺表头的，请补上一行列名；各列没有分开的，请改用逗号或制表符分隔；不是部门数据表的，不要放进来。',
    en: 'No known header in the first 20 rows of "{place}": put the names of the columns above the data, and commas or tabs between the columns; leave it out if it is no extract.',
  },
  HC3013: {
    zh: '“{place}”设有密码或工作簿保护：请在 WPS 或 Excel 中打开，去掉密码和保护，另存为 .xlsx 再放进来。',
    en: '"{place}" has a password or is a protected workbook: open it in WPS or Excel, take off password and protection, and save it as .xlsx.',
  },
  HC3014: {
    zh: '“{place}”的表头里“{first}”和“{second}”都像 {field} 列，无法确定用哪一个：请在 hecha.yaml 的 columns 中写明 {field}: 其中一个。',
    en: 'In the header of "{place}" both "{first}" and "{second}" may be {field}: say which under columns in hecha.yaml.',
  },
  HC3015: {
    zh: '“{place}”的表头里没有“{header}”这一列（hecha.yaml 的 columns 中写给 {field}）[[，你是否想写“{nearest}”]]。',
    en: 'The header of "{place}" has no column "{header}" (under columns in hecha.yaml, for {field})[[, did you mean "{nearest}"?]].',
  },
  HC3016: {
    zh: '“{place}”的标题行写了几种金额单位，无法确定各列用哪一种：请在列名中注明单位，如“金额(万元)”，或在 hecha.yaml 的 units 中写明。',
    en: 'The titles of "{place}" name several units of money: put the unit in brackets behind the columns’ names, or under units in hecha.yaml.',
  },
  HC3017: {
    zh: '“{place}”不能按 hecha.yaml 中指定的编码 {encoding} 读取（第 {row} 行起）：请改正或删去 encoding。',
    en: '"{place}" is not in {encoding}, the encoding that hecha.yaml says (from line {row}): mend or remove it.',
  },
  HC3018: {
    zh: '“{place}”里没有名为“{sheet}”的工作表（hecha.yaml 的 sheet）[[，你是否想写“{nearest}”]]：有 {sheets}。',
    en: '"{place}" has no sheet "{sheet}" (sheet in hecha.yaml)[[, did you mean "{nearest}"?]]; it has {sheets}.',
  },
  HC3019: {
    zh: '“{place}”有 {rejected} 行未采用，超过允许的 {most}（--max-rejects）：第一处在第 {row} 行（{reason}）。请核对文件，或放宽这个限制。',
    en: '{rejected} rows of "{place}" were rejected, more than the {most} allowed (--max-rejects); the first is row {row} ({reason}). Check the file, or raise the limit.',
  },
  HC4001: {
    zh: '规则文件“{file}”第 {line} 行：{problem}。',
    en: 'Rule file "{file}", line {line}: {problem}.',
  },
  HC4002: {
    zh: '没有名为“{name}”的规则或类别[[（是否想写 {nearest}）]]：用 hecha rules 查看全部规则。',
    en: 'No rule or family "{name}"[[ (did you mean {nearest}?)]]: hecha rules lists them all.',
  },
  HC4003: {
    zh: '规则 {rule} 运行失败：{problem}。其他规则不受影响，但本次结果不完整。',
    en: 'Rule {rule} failed: {problem}. The others are not affected, but this run is incomplete.',
  },
  HC4004: {
    zh: '规则示例“{file}”第 {line} 行：{problem}。',
    en: 'Examples "{file}", line {line}: {problem}.',
  },
  HC4005: {
    zh: '“{dir}”里没有规则文件（.sql）：请给出存放自定义规则的文件夹。',
    en: 'No rule file (.sql) in "{dir}": name the folder that holds your own rules.',
  },
  HC5001: {
    zh: '另一个 hecha 正在往“{dir}”写（进程 {pid}，{host}，{since} 开始）：请等它结束再运行；若确知它已停止，请删除其中的 .hecha.lock。',
    en: 'Another hecha is writing to "{dir}" (process {pid} on {host}, since {since}): wait until it ends; if you know that it is gone, delete .hecha.lock there.',
  },
  HC5002: {
    zh: '无法写入“{dir}”（{detail}）：请检查磁盘空间和权限。上一次的结果没有改动。',
    en: 'Cannot write to "{dir}" ({detail}): check space and permissions. The last run is untouched.',
  },
  HC5003: {
    zh: '已中断，没有发布任何结果，上一次的结果没有改动。',
    en: 'Interrupted: nothing was published, the last run is untouched.',
  },
  HC5004: {
    zh: '内存不足：请用 --memory 提高上限再试（如 --memory 4GB），或先关闭其他程序。上一次的结果没有改动。',
    en: 'Out of memory: raise the cap (e.g. --memory 4GB), or close other programs first. The last run is untouched.',
  },
  HC5005: {
    zh: '“{path}”不是一次核查的结果（{detail}）：请给出结果文件夹中以核查日开头的文件夹，如 hecha-out/latest。',
    en: '"{path}" is no run ({detail}): name a folder that begins with the as-of day in the folder of runs, such as hecha-out/latest.',
  },
  HC5006: {
    zh: '核实记录 feedback.csv 第 {row} 行不是 hecha 写的样子：请恢复备份或改回原样。为免丢失核实结果，本次不继续。',
    en: 'Row {row} of the ledger feedback.csv is not as hecha wrote it: restore it from a copy or put it right. Nothing is done, so that no verdict is lost.',
  },
  HC5007: {
    zh: '上一次核查“{run}”的核查日 {day} 晚于本次的 {asOf}：请用 --previous 指定更早的一次。',
    en: 'The as-of day {day} of the previous run "{run}" is later than tonight\'s {asOf}: name an earlier one with --previous.',
  },
  HC5008: {
    zh: '“{run}”里没有 {file}，或与其 manifest.json 记录的不符：请重新核查（--format 须含 json）。',
    en: '"{run}" has no {file}, or not the one that its manifest.json records: audit again (--format must include json).',
  },
  HC5009: {
    zh: '上一次核查“{run}”是{theirs}的，本次是{ours}的：请用 --previous 指定同一个县的结果，或不用 --previous。',
    en: 'The previous run "{run}" is of {theirs}, tonight\'s of {ours}: name a run of the same county with --previous, or go without.',
  },
  HC5010: {
    zh: '“{dir}”里的核实清单已有改动（{file}）：为免覆盖填好的内容，没有重写。请先把填好的移走、用 hecha feedback 读入，或用 --out 另选文件夹。',
    en: 'The worklists in "{dir}" were changed ({file}) and are not written over, for they may be filled in. Move them away, read them with hecha feedback, or name another folder with --out.',
  },
  HC5011: {
    zh: '“{dir}”里已有别的文件：核实清单只写进新文件夹、空文件夹或以前写过核实清单的文件夹，请用 --out 另选一个。',
    en: '"{dir}" holds other files: worklists go into a new or empty folder, or one that holds worklists; name another with --out.',
  },
  HC5020: {
    zh: '“{run}”的 manifest.json 没有记录重新核查所需的内容（缺 {lacks}，由 hecha {version} 写成）：请用那个版本核对，或用现在的版本重新核查一次。',
    en: 'The manifest.json of "{run}" does not say what it takes to audit again (it lacks {lacks}, written by hecha {version}): verify it with that version, or audit again with this one.',
  },
  HC5021: {
    zh: '缺少 {count} 个输入文件（{files}），没有重新核查：请用 --inputs 指定它们所在的文件夹，改过名也能按内容找到。',
    en: '{count} input files are missing ({files}), so the audit was not made again: name the folder that they are in with --inputs; they are found by content, even renamed.',
  },
  HC5022: {
    zh: '没有找到上一次核查“{run}”，而这次的状态是按它判定的，没有重新核查：请把它放回同一结果文件夹，或用 --inputs 指定它所在的文件夹。',
    en: 'The previous run "{run}", by which the statuses were judged, is not there, so the audit was not made again: put it back into the folder of runs, or name the folder that it is in with --inputs.',
  },
  HC5023: {
    zh: '核查“{run}”中没有编号为“{id}”的疑点[[（是否想写 {nearest}）]]：编号见 findings.csv 的第一列，可只写前 4 位以上。',
    en: 'Run "{run}" has no finding "{id}"[[ (did you mean {nearest}?)]]: ids are the first column of findings.csv; four first characters or more will do.',
  },
  HC5024: {
    zh: '有 {count} 条疑点的编号以“{id}”开头（{ids} …）：请多写几位。',
    en: '{count} findings have an id that begins with "{id}" ({ids} …): write more of it.',
  },
  HC5025: {
    zh: '现在的 hecha 已没有规则 {rule}：请用写成这次结果的版本 {version}。',
    en: 'This hecha has no rule {rule} any more: use version {version}, which made the run.',
  },
  HC5026: {
    zh: '这次核查的数据里没有户编号“{household}”[[（是否想写 {nearest}）]]：请按名册核对户编号。',
    en: 'The inputs of this run have no household "{household}"[[ (did you mean {nearest}?)]]: check the number against the roster.',
  },
  HC5027: {
    zh: '请写明要解释的疑点编号，或用 --household 写户编号，二者选一。',
    en: 'Name the finding to explain, or a household with --household: one of the two.',
  },
  HC9001: {
    zh: '程序内部出错（{detail}）：这是 hecha 的缺陷，请把这句话报告给开发者。没有发布任何结果。',
    en: 'Internal fault ({detail}): this is a bug in hecha, please report this sentence. Nothing was published.',
  },
} as const satisfies Record<string, Bilingual>;

export type ErrorCode = keyof typeof catalogue;

type Values = Readonly<Record<string, string | number>>;

/** A failure with its code and place; the only error that hecha raises on purpose. Exit code 2. */
export class HechaError extends Error {
  readonly code: ErrorCode;
  /** What fills the sentence; of a value in both languages the English. */
  readonly values: Values;
  /** What fills the sentence, as it was given. */
  readonly given: Readonly<Record<string, string | number | Bilingual>>;

  constructor(code: ErrorCode, values: Readonly<Record<string, string | number | Bilingual>> = {}) {
    const english = valuesIn(values, 'en');
    super(`${code} ${fill(catalogue[code].en, english)}`);
    this.name = 'HechaError';
    this.code = code;
    this.values = english;
    this.given = values;
  }

  /** The sentence that people read. */
  sentence(lang: Lang): string {
    return `${this.code} ${fill(catalogue[this.code][lang], valuesIn(this.given, lang))}`;
  }
}

function valuesIn(values: Readonly<Record<string, string | number | Bilingual>>, lang: Lang): Values {
  const isPlain = Object.values(values).every((value) => typeof value !== 'object');
  if (isPlain) return values as Values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value]),
  );
}
