import { z } from 'zod';

const text = z.string().min(1);
const list = z.array(text).min(1);

const perField = z.record(text, text);
const row = z.int().min(1).max(1000);

/** What some files are, where hecha is to be told. */
export const filesSchema = z.strictObject({
  dataset: text.describe('数据集：编号或中文名，如 vehicle 或 机动车 / dataset: its id or Chinese name'),
  files: z
    .union([text.transform((one) => [one]), list])
    .describe('文件，可用通配符，如 公安/车辆*.csv、导出.zip/低保*.xls / files, with wildcards'),
  sheet: z
    .union([text.transform((one) => [one]), list])
    .optional()
    .describe('工作表名（默认：全部） / sheets (default: all)'),
  header_row: z
    .union([row, z.tuple([row, row])])
    .optional()
    .describe('表头所在行，两行表头写 [3, 4] / row of the header; [3, 4] when it takes two'),
  encoding: z
    .enum(['utf-8', 'gb18030', 'gbk', 'gb2312', 'utf-16le', 'utf-16be'])
    .optional()
    .describe('文本文件的编码 / encoding of text files'),
  delimiter: z
    .enum([',', 'tab', '\t', ';', '|'])
    .optional()
    .describe('文本文件的分隔符 / what parts the columns of text files'),
  columns: perField.optional().describe('字段: 表头 / field: header'),
  codes: z
    .record(text, z.record(text, z.union([text, z.boolean(), z.number()]).transform(String)))
    .optional()
    .describe('字段: { 文件中的写法: 代码 } / field: { as written: code }'),
  units: perField.optional().describe('金额字段: 元、千元、万元 … / money field: unit'),
});

const size = z.union([
  z.int().min(1),
  z.string().regex(/^\d+(?:\.\d+)?\s*(?:KB|MB|GB)$/i, '如 500MB / e.g. 500MB'),
]);

/** Caps on what is read, beyond which an input counts as hostile; each is named in the message that it causes. */
export const limitsSchema = z.strictObject({
  zip_entries: z.int().min(1).optional().describe('压缩包和 .xlsx 中的条目数 / entries of an archive'),
  entry_bytes: size.optional().describe('一个条目解压后的大小 / inflated size of one entry'),
  total_bytes: size.optional().describe('一个文件解压后的总大小 / inflated size of one file'),
  zip_ratio: z.int().min(2).optional().describe('解压后与压缩前之比 / inflated to compressed size'),
  shared_strings: z.int().min(1).optional().describe('工作簿的共享字符串个数 / shared strings of a workbook'),
  shared_string_bytes: size.optional().describe('共享字符串总大小 / their size'),
  cell_bytes: size.optional().describe('一个单元格的文字 / text of one cell'),
  record_bytes: size.optional().describe('文本文件的一行 / one record of a text file'),
});

/**
 * `hecha.yaml`. Files and folders are relative to the folder that it lies in. A key added here is read, checked and completed by
 * editors; what it does, `load.ts` resolves.
 */
export const configSchema = z.strictObject({
  inputs: list
    .optional()
    .describe(
      '要核查的文件和文件夹（默认：本文件所在文件夹） / files and folders to audit (default: the folder of this file)',
    ),
  area: text
    .optional()
    .describe('报告上的县名（默认：名册中的县） / county on the reports (default: that of the roster)'),
  datasets: z
    .array(filesSchema)
    .min(1)
    .optional()
    .describe('需要说明的文件，其余文件自动识别 / files that need telling; all others are found out'),
  limits: limitsSchema.optional().describe('读取上限 / caps on what is read'),
  out: text.optional().describe('结果文件夹 / folder of the runs'),
  previous: text
    .optional()
    .describe(
      '与哪一次的结果相比：latest（上一次）、运行编号或其文件夹 / the run to compare with: latest, a run’s name or its folder',
    ),
  as_of: z.iso
    .date()
    .optional()
    .describe('核查日，如 2017-07-31 / the day against which ages and delays count'),
  policy: text
    .optional()
    .describe(
      '政策包名称或 .yaml 文件（默认 gansu-2017） / name of a policy pack, or a .yaml file (default gansu-2017)',
    ),
  parameters: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('改写政策包中的参数值：名称: 值 / values in place of the policy pack’s: name: value'),
  rules: list
    .optional()
    .describe("只运行这些规则或类别，'!ID' 为排除 / only these rules or families; '!ID' leaves one out"),
  own_rules: text.optional().describe('自定义规则（.sql）所在文件夹 / folder of your own rules (.sql)'),
  village_indicators: list
    .optional()
    .describe(
      '村级数据中属于退出验收指标（是/否）的其他表头 / further headers of the village extract that are exit indicators (yes or no)',
    ),
});
