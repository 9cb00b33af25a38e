import {
  CATEGORY,
  CAUSE,
  EXIT_STATUS,
  GRADE,
  HEALTH,
  LABOUR,
  MEMBER_STATUS,
  RELATION,
  SCHOOLING,
  SEX,
} from './codes.js';
import type { Dataset, Field } from './dataset.js';
import { code, date, decimal, ID_HEADERS, id, int, list, money, name, text, yesno } from './fields.js';

const place: Record<string, Field> = {
  province: text('Province', ['省', '省(区、市)', '省份']),
  city: text('City', ['市', '市(州、盟)', '市州']),
  county: text('County', ['县(市、区、旗)', '县', '区县', '县区', '县(区)', '县(市、区)', '县市区']),
  township: text('Township', ['乡(镇)', '乡镇', '镇', '乡', '乡镇名称', '所属乡镇']),
  village: text('Village', ['行政村', '村', '村名', '村名称', '行政村名称', '村(社区)']),
  group: text('Group', ['村民小组', '自然村', '组', '村组', '自然村(组)']),
  village_code: text('Village code', ['行政村编码', '行政区划代码', '村编码', '村代码', 'aar008']),
};

/** Columns that hold for the whole household, wherever they stand. */
export const householdLevel: Record<string, Field> = {
  category: code('Household category', ['贫困户属性', '户属性', '户类型', '贫困类型', 'aac006'], CATEGORY),
  exit_status: code(
    'Exit status',
    ['脱贫属性', '户脱贫属性', '脱贫状态', '贫困状态', '脱贫标识', '脱贫标志', 'aar010'],
    EXIT_STATUS,
  ),
  exit_year: date('Exit year', ['脱贫年度', '脱贫年份', '脱贫时间', 'aac023']),
  identified_on: date('Identified on', [
    '识别时间',
    '首次识别时间',
    '识别年度',
    '录入时间',
    '新识别年度',
    'aar041',
  ]),
  income_wage: money('Wage income', ['工资性收入', '工资性']),
  income_business: money('Business income', ['生产经营性收入', '生产经营性']),
  income_property: money('Property income', ['财产性收入', '财产性']),
  income_transfer: money('Transfer income', ['转移性收入', '转移性']),
  business_cost: money('Business cost', ['生产经营性支出']),
  income_total: money('Household income', ['家庭年收入']),
  income_net: money('Household net income', ['家庭纯收入']),
  income_per_capita: money('Net income per capita', [
    '人均纯收入',
    '家庭人均纯收入',
    '人均可支配收入',
    '家庭人均可支配收入',
  ]),
  stable_income_per_capita: money('Stable income per capita', [
    '人均稳定收入',
    '家庭人均稳定收入',
    '人均稳定纯收入',
  ]),
  cause: code('Main cause of poverty', ['主要致贫原因', '致贫原因1', '致贫原因', 'aac007'], CAUSE),
  dwelling_grade: code('Dwelling grade', ['危房等级', '危房级别', '住房鉴定等级', '房屋鉴定等级'], GRADE),
  dangerous_dwelling: yesno('Dangerous dwelling', ['是否危房', '是否危房户', '危房户']),
  safe_water: yesno('Safe water', [
    '是否解决安全饮用水',
    '饮水是否安全',
    '是否有安全饮水',
    '是否安全饮用水',
    '饮水安全',
  ]),
  relocated: yesno('Relocated', ['是否搬迁户', '是否易地扶贫搬迁户']),
  member_count: int('Household size', ['家庭人口', '人数', '家庭人口数', 'aac017']),
  helper: name('Helper', ['帮扶责任人', '帮扶人姓名', '帮扶干部', '帮扶人']),
  updated_on: date('Updated on', ['更新时间', '修改时间', '最后更新时间']),
};

export const personFields: Record<string, Field> = {
  household_no: text('Household number', ['户编号', '贫困户编号', '户编码', '家庭编号', 'aac001']),
  person_no: text('Person number', ['人编号', '人口编号', '个人编号', '贫困人口编号', '人编码', 'aab001']),
  ...place,
  name: name('Name', ['姓名', '成员姓名', '家庭成员姓名', 'aab002']),
  sex: code('Sex', ['性别', 'aab003'], SEX),
  id_number: id('ID number', [
    '证件号码',
    '身份证/残疾证号码',
    '身份证号/证件号码',
    '身份证(残疾证)号码',
    '身份证明号码',
    'aab004',
    ...ID_HEADERS,
  ]),
  relation: code('Relation to head', ['与户主关系', '户主关系', 'aab006'], RELATION, { signature: true }),
  ethnicity: text('Ethnicity', ['民族', 'aab007']),
  education: text('Education', ['文化程度', 'aab008']),
  phone: text('Phone', [
    '联系电话',
    '成员联系电话',
    '人联系电话',
    '户联系电话',
    '电话',
    '手机号码',
    'aar012',
  ]),
  schooling: code('Schooling', ['在校生状况', '在校状况', '是否在校生', '在校生情况', 'aab009'], SCHOOLING),
  health: list('Health', ['健康状况', 'aab017'], HEALTH),
  labour: code('Labour capacity', ['劳动技能', '劳动能力', '劳动力状况', 'aab010'], LABOUR),
  work: text('Work', ['务工区域', '务工状况', '务工所在地', '务工情况']),
  work_months: decimal('Months of work', ['务工时间', '务工时间(月)', '务工月数']),
  medical_insured: yesno('Medically insured', [
    '是否参加城乡居民基本医疗保险',
    '是否参加新型农村合作医疗',
    '是否参加医疗保险',
    '是否参加新型农村合作医疗(城乡居民基本医疗保险)',
    'aab013',
  ]),
  employee_insured: yesno('Insured as an employee', [
    '是否参加城镇职工基本医疗保险',
    '是否参加职工医保',
    '是否参加城镇职工医疗保险',
  ]),
  dibao: yesno('On dibao', ['是否享受农村低保', '是否享受低保', '是否低保', 'aab030']),
  member_status: code('Member status', ['人员状态', '成员状态', 'aab015'], MEMBER_STATUS),
  ...householdLevel,
};

export const person: Dataset = {
  id: 'person',
  title: { zh: '贫困人口信息', en: 'Registered persons (the roster)' },
  department: { zh: '扶贫', en: 'Poverty alleviation' },
  fields: personFields,
  keys: [['household_no'], ['name'], ['id_number']],
  roster: true,
  hints: ['贫困人口信息', '建档立卡', '贫困人口'],
};
