import type { Lang } from '../bilingual.js';
import { datasets } from './catalogue.js';
import type { CodeList } from './dataset.js';

/** Codes that facts make, with no column of their own in any export. */
const derived: Readonly<Record<string, CodeList>> = {
  'asset.kind': {
    vehicle: { label: { zh: '车辆', en: 'vehicle' }, variants: [] },
    property: { label: { zh: '房产', en: 'property' }, variants: [] },
    payroll: { label: { zh: '财政供养身份', en: 'payroll post' }, variants: [] },
  },
  'guarantee.kind': {
    education: { label: { zh: '教育', en: 'education' }, variants: [] },
    housing: { label: { zh: '住房', en: 'housing' }, variants: [] },
    medical: { label: { zh: '医疗', en: 'medical care' }, variants: [] },
    water: { label: { zh: '饮水', en: 'water' }, variants: [] },
  },
  'guarantee.department': {
    education: { label: { zh: '教育局', en: 'the education bureau' }, variants: [] },
    housing: { label: { zh: '住建局', en: 'the housing bureau' }, variants: [] },
    medical: { label: { zh: '卫健、医保局', en: 'the health and medical-insurance bureaus' }, variants: [] },
    water: { label: { zh: '水利局', en: 'the water bureau' }, variants: [] },
  },
  'area.level': {
    village: { label: { zh: '村', en: 'village' }, variants: [] },
    township: { label: { zh: '乡镇', en: 'township' }, variants: [] },
    county: { label: { zh: '县', en: 'county' }, variants: [] },
  },
  'illness.kind': {
    serious: { label: { zh: '大病未治愈', en: 'serious illness, not cured' }, variants: [] },
    chronic: { label: { zh: '长期慢性病开销大', en: 'costly chronic illness' }, variants: [] },
  },
  'roster.column': {
    name: { label: { zh: '姓名', en: 'name' }, variants: [] },
    sex: { label: { zh: '性别', en: 'sex' }, variants: [] },
    members: { label: { zh: '家庭成员', en: 'household members' }, variants: [] },
    exit_status: { label: { zh: '脱贫属性', en: 'exit status' }, variants: [] },
    exit_year: { label: { zh: '脱贫年度', en: 'exit year' }, variants: [] },
    category: { label: { zh: '贫困户属性', en: 'household category' }, variants: [] },
    income: { label: { zh: '人均收入', en: 'income per capita' }, variants: [] },
  },
  'id.state': {
    'check-digit': { label: { zh: '校验码不符', en: 'wrong check digit' }, variants: [] },
    'bad-date': { label: { zh: '出生日期不成立', en: 'impossible date of birth' }, variants: [] },
    'precision-lost': {
      label: {
        zh: '文件把证件号存成了数字，后几位已丢失',
        en: 'the file stored it as a number and lost its last digits',
      },
      variants: [],
    },
    malformed: { label: { zh: '格式不对', en: 'malformed' }, variants: [] },
    missing: { label: { zh: '未填', en: 'missing' }, variants: [] },
  },
};

const titles: CodeList = Object.fromEntries(
  datasets.map(({ id, title }) => [id, { label: title, variants: [] }]),
);

/** The code list of `dataset.field`. @throws Error when there is none: a rule's header is checked when it loads. */
export function codeList(path: string): CodeList {
  const [dataset, field] = path.split('.');
  const codes =
    path === 'dataset.title'
      ? titles
      : (derived[path] ?? datasets.find((each) => each.id === dataset)?.fields[field ?? '']?.codes);
  if (!codes) throw new Error(`no code list ${path}`);
  return codes;
}

/** How a code, or several joined by commas, is shown; a value that the list does not know is shown as it stands. */
export function codeLabel(codes: CodeList, value: string, lang: Lang): string {
  return value
    .split(',')
    .map((code) => (Object.hasOwn(codes, code) && codes[code]?.label[lang]) || code)
    .join(lang === 'zh' ? '、' : ', ');
}
