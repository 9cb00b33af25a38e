import { z } from 'zod';

const text = z.string().min(1);
const list = z.array(text).min(1);

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
  out: text.optional().describe('结果文件夹 / folder of the runs'),
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
