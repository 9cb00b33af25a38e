import type { Lang } from '../bilingual.js';
import { datasets } from './catalogue.js';
import type { CodeList } from './dataset.js';

/** Codes that facts make, with no column of their own in any export. */
const derived: Readonly<Record<string, CodeList>> = {
  'asset.kind': {
    vehicle: { label: { zh: '车辆', en: 'vehicle' }, variants: [] },
    property: { label: { zh: '房产', en: 'property' }, variants: [] },
    payroll: { label: { zh: '财政供养身份', en: 'payroll post' }, variants: [] },
    cadre: { label: { zh: '现任村干部职务', en: 'serving cadre post' }, variants: [] },
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
  'helper.known': {
    'roster-name': {
      label: {
        zh: '名册上只有姓名，同一乡镇同名的算作一人',
        en: 'the roster has only a name; one name in one township is taken for one person',
      },
      variants: [],
    },
    'name-and-unit': {
      label: { zh: '没有证件号码，按姓名和单位认定', en: 'no ID number: known by name and unit' },
      variants: [],
    },
  },
  'relocation.problem': {
    'not-moved-in': { label: { zh: '住房已建成未入住', en: 'built, not moved in' }, variants: [] },
    'old-house': { label: { zh: '已入住旧房未拆除', en: 'moved in, old house not removed' }, variants: [] },
    'not-built': {
      label: { zh: '计划年度已过住房未建成', en: 'planned year over, not built' },
      variants: [],
    },
  },
  'loan.problem': {
    'over-cap': { label: { zh: '金额超过上限', en: 'above the cap' }, variants: [] },
    'over-term': { label: { zh: '期限过长', en: 'term too long' }, variants: [] },
    second: { label: { zh: '同户第二笔未结清贷款', en: 'second open loan of one household' }, variants: [] },
    overdue: { label: { zh: '已逾期', en: 'overdue' }, variants: [] },
  },
  'measure.problem': {
    illness: {
      label: { zh: '因病致贫，无人参加医疗保险', en: 'poor because of illness, nobody medically insured' },
      variants: [],
    },
    schooling: {
      label: { zh: '因学致贫，无人在校', en: 'poor because of schooling, nobody at school' },
      variants: [],
    },
    capital: { label: { zh: '缺资金，没有贷款', en: 'lack of capital, no loan' }, variants: [] },
    disability: {
      label: { zh: '因残致贫，无人残疾', en: 'poor because of disability, nobody disabled' },
      variants: [],
    },
  },
  'exit.item': {
    education: { label: { zh: '义务教育', en: 'compulsory education' }, variants: [] },
    housing: { label: { zh: '住房安全', en: 'safe housing' }, variants: [] },
    medical: { label: { zh: '基本医疗', en: 'medical care' }, variants: [] },
    water: { label: { zh: '饮水安全', en: 'safe water' }, variants: [] },
    insurance: { label: { zh: '未参加医疗保险', en: 'not medically insured' }, variants: [] },
    income: { label: { zh: '收入不达标', en: 'income under the standard' }, variants: [] },
  },
  'village.problem': {
    incidence: { label: { zh: '贫困发生率过高', en: 'incidence too high' }, variants: [] },
    indicators: { label: { zh: '有指标未达标', en: 'indicators not met' }, variants: [] },
    'collective-income': {
      label: { zh: '村集体经济收入过低', en: 'collective income too low' },
      variants: [],
    },
  },
  'income.problem': {
    missing: { label: { zh: '没有填人均稳定收入', en: 'no stable income entered' }, variants: [] },
    same: { label: { zh: '收入雷同', en: 'the same income as many others' }, variants: [] },
  },
  'income.sum': {
    parts: {
      label: { zh: '各项收入之和与家庭年收入不符', en: 'the kinds do not make the total' },
      variants: [],
    },
    net: {
      label: { zh: '家庭年收入减支出与家庭纯收入不符', en: 'total less cost is not the net' },
      variants: [],
    },
    'per-capita': {
      label: {
        zh: '家庭纯收入除以人口与人均纯收入不符',
        en: 'net divided by members is not the net per capita',
      },
      variants: [],
    },
  },
  'project.state': {
    'not-started': { label: { zh: '尚未开工', en: 'not started' }, variants: [] },
  },
  'fund.problem': {
    'hardly-lent': { label: { zh: '借出比例过低', en: 'hardly lent out' }, variants: [] },
    'no-loan': { label: { zh: '长期无人借款', en: 'no loan for long' }, variants: [] },
  },
  'payment.problem': {
    'same-month': { label: { zh: '同一项目重复发放', en: 'the same item paid twice' }, variants: [] },
    'shared-account': {
      label: { zh: '一个账号多户领款', en: 'one account for several households' },
      variants: [],
    },
  },
  'roster.required': {
    name: { label: { zh: '姓名', en: 'name' }, variants: [] },
    relation: { label: { zh: '与户主关系', en: 'relation to the head' }, variants: [] },
    health: { label: { zh: '健康状况', en: 'health' }, variants: [] },
    labour: { label: { zh: '劳动技能', en: 'labour capacity' }, variants: [] },
    exit_status: { label: { zh: '脱贫属性', en: 'exit status' }, variants: [] },
    category: { label: { zh: '贫困户属性', en: 'household category' }, variants: [] },
  },
  'roster.coded': {
    sex: { label: { zh: '性别', en: 'sex' }, variants: [] },
    relation: { label: { zh: '与户主关系', en: 'relation to the head' }, variants: [] },
    schooling: { label: { zh: '在校生状况', en: 'schooling' }, variants: [] },
    health: { label: { zh: '健康状况', en: 'health' }, variants: [] },
    labour: { label: { zh: '劳动技能', en: 'labour capacity' }, variants: [] },
    member_status: { label: { zh: '人员状态', en: 'member status' }, variants: [] },
    category: { label: { zh: '贫困户属性', en: 'household category' }, variants: [] },
    exit_status: { label: { zh: '脱贫属性', en: 'exit status' }, variants: [] },
    cause: { label: { zh: '主要致贫原因', en: 'main cause of poverty' }, variants: [] },
    dwelling_grade: { label: { zh: '危房等级', en: 'dwelling grade' }, variants: [] },
  },
  'entry.impossible': {
    'too-old': { label: { zh: '年龄过大', en: 'older than anybody is' }, variants: [] },
    'old-pupil': { label: { zh: '小学在读而年龄过大', en: 'too old for a primary pupil' }, variants: [] },
    'young-head': { label: { zh: '户主年龄过小', en: 'too young for a head of household' }, variants: [] },
    'no-exit-year': { label: { zh: '已脱贫而没有脱贫年度', en: 'exited without a year' }, variants: [] },
    'exit-before-identification': {
      label: { zh: '脱贫年度早于识别年度', en: 'exit year before the identification' },
      variants: [],
    },
    'exit-in-the-future': {
      label: { zh: '脱贫年度晚于核查日', en: 'exit year in the future' },
      variants: [],
    },
    income: { label: { zh: '人均收入为负或过高', en: 'income negative or beyond belief' }, variants: [] },
  },
  'family.contradiction': {
    'two-spouses': { label: { zh: '配偶不止一人', en: 'more than one spouse' }, variants: [] },
    'same-sex': { label: { zh: '户主与配偶同性别', en: 'head and spouse of one sex' }, variants: [] },
    'parent-age': {
      label: { zh: '父母与子女年龄差过小', en: 'parent hardly older than the child' },
      variants: [],
    },
    'parent-sex': {
      label: { zh: '之父为女性或之母为男性', en: 'a father who is female or a mother who is male' },
      variants: [],
    },
    'young-spouse': { label: { zh: '配偶年龄过小', en: 'spouse too young' }, variants: [] },
  },
  'disability.mismatch': {
    'certificate-only': {
      label: {
        zh: '填的是残疾证号，健康状况却不含残疾',
        en: 'a disability certificate, but health without disability',
      },
      variants: [],
    },
    'not-in-extract': {
      label: {
        zh: '健康状况含残疾，残联数据中没有',
        en: 'health with disability, unknown to the disability extract',
      },
      variants: [],
    },
  },
  'asset.change': {
    transferred: { label: { zh: '转移', en: 'transferred' }, variants: [] },
    cancelled: { label: { zh: '注销', en: 'struck off' }, variants: [] },
    vanished: { label: { zh: '已无记录', en: 'not recorded any more' }, variants: [] },
    'other-owner': { label: { zh: '已登记在他人名下', en: 'recorded in another name' }, variants: [] },
  },
  'risk.kind': {
    income: { label: { zh: '收入大幅下降', en: 'the income fell' }, variants: [] },
    gap: { label: { zh: '新出现保障缺口', en: 'a new gap' }, variants: [] },
    death: { label: { zh: '唯一劳动力死亡', en: 'the only worker died' }, variants: [] },
    disability: { label: { zh: '新增一、二级残疾', en: 'a new severe disability' }, variants: [] },
  },
  'dibao.says': {
    yes: { label: { zh: '填', en: 'yes' }, variants: [] },
    no: { label: { zh: '填不', en: 'no' }, variants: [] },
  },
  'dibao.found': {
    none: { label: { zh: '中没有', en: 'none' }, variants: [] },
    rural: { label: { zh: '中有（农村低保）', en: 'rural dibao' }, variants: [] },
    urban: { label: { zh: '中只有城市低保', en: 'urban dibao only' }, variants: [] },
  },
  'returned.problem': {
    contradiction: {
      label: {
        zh: '一处标注返贫、另一处标注已脱贫',
        en: 'marked returned in one place and exited in another',
      },
      variants: [],
    },
    'no-ground': {
      label: {
        zh: '标注返贫，而没有缺口，收入高于标准',
        en: 'marked returned, but without any gap and with an income above the line',
      },
      variants: [],
    },
  },
  'entry.fact': {
    dwelling: { label: { zh: '住房', en: 'dwelling' }, variants: [] },
    water: { label: { zh: '饮水', en: 'water' }, variants: [] },
    schooling: { label: { zh: '就学', en: 'schooling' }, variants: [] },
    insurance: { label: { zh: '医疗保险', en: 'medical insurance' }, variants: [] },
  },
  'entry.value': {
    A: { label: { zh: 'A级', en: 'grade A' }, variants: [] },
    B: { label: { zh: 'B级', en: 'grade B' }, variants: [] },
    C: { label: { zh: 'C级', en: 'grade C' }, variants: [] },
    D: { label: { zh: 'D级', en: 'grade D' }, variants: [] },
    safe: { label: { zh: '安全', en: 'safe' }, variants: [] },
    unsafe: { label: { zh: '不安全', en: 'not safe' }, variants: [] },
    renovated: { label: { zh: '已竣工改造', en: 'renovated' }, variants: [] },
    'at-school': { label: { zh: '在校', en: 'at school' }, variants: [] },
    'not-at-school': { label: { zh: '非在校生', en: 'not at school' }, variants: [] },
    dropout: { label: { zh: '辍学', en: 'dropped out' }, variants: [] },
    'not-insured': { label: { zh: '未参保', en: 'not insured' }, variants: [] },
    bill: { label: { zh: '有医疗费用结算', en: 'a settled bill' }, variants: [] },
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

/** The lists that were asked for, for they are asked for with every value that is shown. */
const found = new Map<string, CodeList>();

/** The code list of `dataset.field`. @throws Error when there is none: a rule's header is checked when it loads. */
export function codeList(path: string): CodeList {
  const known = found.get(path);
  if (known) return known;
  const [dataset, field] = path.split('.');
  const codes =
    path === 'dataset.title'
      ? titles
      : (derived[path] ?? datasets.find((each) => each.id === dataset)?.fields[field ?? '']?.codes);
  if (!codes) throw new Error(`no code list ${path}`);
  found.set(path, codes);
  return codes;
}

/** How a code, or several joined by commas, is shown; a value that the list does not know is shown as it stands. */
export function codeLabel(codes: CodeList, value: string, lang: Lang): string {
  return value
    .split(',')
    .map((code) => (Object.hasOwn(codes, code) && codes[code]?.label[lang]) || code)
    .join(lang === 'zh' ? '、' : ', ');
}
