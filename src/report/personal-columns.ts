import { datasets } from '../datasets/catalogue.js';
import type { RuleHeader } from '../rules/header.js';

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
const PERSONS = [
  'names? owners? heads? spouses? helpers? members? persons? patients? pupils? students?',
  'payees? borrowers? lenders? debtors? guarantors? recipients? beneficiar(y|ies) applicants? contacts? guardians? holders? buyers?',
  'sellers? tenants? shareholders? representatives? legal_persons? parents? fathers? mothers? child(ren)? sons? daughters? husbands?',
  'wi(fe|ves) relatives? kin xm xingming',
]
  .flatMap((line) => line.split(' '))
  .join('|');
const NAME_COLUMN = new RegExp(`(^|_)(${PERSONS})(_first|_second)?$|^only_(first|second)$`);
const NAME_LABEL = new RegExp(
  `姓名|同名|(${[
    '户主 所有人 权利人 产权人 代表人 责任人 帮扶人 经营者 成员 学生 人员 领款人 收款人 领取人 受益人 借款人 贷款人 担保人 申请人 联系人',
    '监护人 负责人 当事人 法人 股东 出资人 投资人 合伙人 承包人 承租人 持有人 配偶 父亲 母亲 父母 子女 儿子 女儿 丈夫 妻子 亲属 家属 死者 患者',
  ]
    .flatMap((line) => line.split(' '))
    .join('|')})(（[^）]*）)?$`,
);
const ID_COLUMN =
  /(^|_)(ids?|id_numbers?|id_cards?|id_no|idno|sfzh?|zjhm|phones?|mobiles?|tel|telephones?|accounts?|account_(no|number)s?|bank_?cards?|card_(no|number)s?|passports?|certificate_id)$/;
const ID_LABEL =
  /身份证|身份号|证件号|残疾证号|护照|社保卡|银行卡|存折|电话|手机|联系方式|[账帐]号|[账帐]户号|收款[账帐]户|卡号/;

/**
 * What a column of evidence, or of an input, holds, judged by its id and its Chinese label; undefined where it is no person's.
 * Companies, schools and places have names too, and are no persons. A test holds this against the evidence of every rule.
 */
export function personalColumn(column: string, label: string): Personal | undefined {
  if (/(^|_)household(s|_nos?)?$/.test(column) || /户编号/.test(label)) return 'household';
  if (ID_COLUMN.test(column)) return 'id';
  if (ID_LABEL.test(label) && !/姓名|同名/.test(label)) return 'id';
  if (PLACES_AND_BODIES.test(label) || /^是否/.test(label)) return undefined;
  return nameFields.has(column) || NAME_COLUMN.test(column) || NAME_LABEL.test(label) ? 'name' : undefined;
}

/**
 * The same for a rule's evidence column with the value it has. One that the header declares `personal` is masked as what it looks
 * like, where neither its id nor its label tells; the label of a code names nobody.
 */
export function personalEvidence(header: RuleHeader, column: string, value: string): Personal | undefined {
  const shown = header.evidence[column];
  const isDeclared = header.personal?.includes(column) ?? false;
  if (shown?.codes !== undefined && !isDeclared) return undefined;
  const kind = personalColumn(column, shown?.zh ?? '');
  if (!isDeclared || kind === 'name' || kind === 'id') return kind;
  return /\d{5}/.test(value) ? 'id' : 'name';
}
