import { datasets } from '../datasets/catalogue.js';

/** What a column says about a person: a name, a number that leads to one, or a household's number. */
export type Personal = 'name' | 'id' | 'household';

const nameFields = new Set(
  datasets.flatMap((dataset) =>
    Object.entries(dataset.fields)
      .filter(([, field]) => field.type === 'name')
      .map(([id]) => id),
  ),
);

const PLACES_AND_BODIES = /地名|乡镇|村名|单位|企业|公司|学校|银行|项目/;
const PERSONS = '(names?|owners?|heads?|spouses?|helpers?|members?|persons?|patients?|pupils?|students?)';
const NAME_COLUMN = new RegExp(`(^|_)${PERSONS}(_first|_second)?$|^only_(first|second)$`);
const NAME_LABEL =
  /姓名|同名|(户主|所有人|权利人|产权人|代表人|责任人|帮扶人|经营者|成员|学生|人员)(（[^）]*）)?$/;

/**
 * What a column of evidence, or of an input, holds, judged by its id and its Chinese label; undefined where it is no person's.
 * Companies, schools and places have names too, and are no persons. A test holds this against the evidence of every rule.
 */
export function personalColumn(column: string, label: string): Personal | undefined {
  if (/(^|_)household(s|_nos?)?$/.test(column) || /户编号/.test(label)) return 'household';
  if (/(^|_)(id|ids|id_numbers?|phone|account|certificate_id)$/.test(column)) return 'id';
  if (/身份证|证件号|残疾证号|电话|手机|账号|卡号/.test(label) && !/姓名|同名/.test(label)) return 'id';
  if (PLACES_AND_BODIES.test(label)) return undefined;
  return nameFields.has(column) || NAME_COLUMN.test(column) || NAME_LABEL.test(label) ? 'name' : undefined;
}
