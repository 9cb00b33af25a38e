import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect, mappingOf, verdict, words } from './verdict.js';

const GENERATION_A = words(
  '省 县(市、区、旗) 乡(镇) 行政村 自然村 户编号 人编号 姓名 身份证号 人数 与户主关系 民族 文化程度 在校生状况 健康状况 劳动技能 务工状况 务工时间（月） 参加大病医疗 脱贫属性 脱贫年度 贫困户属性 主要致贫原因 危房户 是否解决安全饮用水 人均纯收入 联系电话 首次识别时间 贫困人员识别时间',
);
const GENERATION_B = words(
  '序号 数据日期 县(市、区、旗) 乡(镇) 行政村 自然村 户编号 人编号 姓名 证件号码 人数 与户主关系 民族 文化程度 在校生状况 健康状况 劳动技能 务工时间（月） 是否参加大病保险 致贫原因1 危房户 是否解决安全饮用水 人均纯收入 户联系电话 人联系电话 首次识别时间 人员识别时间 户类型 易返贫致贫户(监测对象)类型 风险是否消除 风险识别时间 风险消除时间',
);
const GENERATION_C = words(
  '省 市 县 乡 村 户编号 人口编号 姓名 性别 出生日期 证件类型 证件号码 民族 户联系电话 成员联系电话 年度 与户主关系 文化程度 在校生状况 劳动技能 务工时间（月） 健康状况 政治面貌 务工企业名称 是否享受低保 是否参加城镇职工基本养老保险 是否参加大病保险 是否参加新型农村合作医疗（城乡居民基本医疗保险） 是否参加城乡居民基本养老保险 失学或辍学原因 是否会讲普通话 是否参加商业补充医疗保险 是否国外务工 产业分类 是否接受大病医疗救助 是否接受其他健康扶贫 公益性岗位类型 公益性岗位(月数) 就业渠道 残疾类别 务工所在地 户主姓名 户主证件号码 是否参加城镇职工基本医疗保险 是否特困供养人员 残疾证办证年度 识别标准',
);

describe('the three generations of roster headers', () => {
  it('knows that of 2016', () => {
    const detected = detect('file', [GENERATION_A], '');
    expect(detected?.dataset.id).toBe('person');
    expect(mappingOf(detected)).toEqual({
      province: '省',
      county: '县(市、区、旗)',
      township: '乡(镇)',
      village: '行政村',
      group: '自然村',
      household_no: '户编号',
      person_no: '人编号',
      name: '姓名',
      id_number: '身份证号',
      member_count: '人数',
      relation: '与户主关系',
      ethnicity: '民族',
      education: '文化程度',
      schooling: '在校生状况',
      health: '健康状况',
      labour: '劳动技能',
      work: '务工状况',
      work_months: '务工时间（月）',
      exit_status: '脱贫属性',
      exit_year: '脱贫年度',
      category: '贫困户属性',
      cause: '主要致贫原因',
      dangerous_dwelling: '危房户',
      safe_water: '是否解决安全饮用水',
      income_per_capita: '人均纯收入',
      phone: '联系电话',
      identified_on: '首次识别时间',
    });
    // Serious-illness insurance is not basic insurance, and when somebody was entered is not when the household was.
    expect(detected?.unknownColumns).toEqual(['参加大病医疗', '贫困人员识别时间']);
  });

  it('knows that of 2022', () => {
    const detected = detect('file', [GENERATION_B], '');
    expect(detected?.dataset.id).toBe('person');
    expect(mappingOf(detected)).toEqual({
      county: '县(市、区、旗)',
      township: '乡(镇)',
      village: '行政村',
      group: '自然村',
      household_no: '户编号',
      person_no: '人编号',
      name: '姓名',
      id_number: '证件号码',
      member_count: '人数',
      relation: '与户主关系',
      ethnicity: '民族',
      education: '文化程度',
      schooling: '在校生状况',
      health: '健康状况',
      labour: '劳动技能',
      work_months: '务工时间（月）',
      cause: '致贫原因1',
      dangerous_dwelling: '危房户',
      safe_water: '是否解决安全饮用水',
      income_per_capita: '人均纯收入',
      phone: '人联系电话',
      identified_on: '首次识别时间',
      category: '户类型',
    });
    expect(detected?.unknownColumns).toEqual(
      words(
        '序号 数据日期 是否参加大病保险 户联系电话 人员识别时间 易返贫致贫户(监测对象)类型 风险是否消除 风险识别时间 风险消除时间',
      ),
    );
  });

  it('knows that of 2019, head’s columns and all', () => {
    const detected = detect('file', [GENERATION_C], '');
    expect(detected?.dataset.id).toBe('person');
    expect(mappingOf(detected)).toEqual({
      employee_insured: '是否参加城镇职工基本医疗保险',
      province: '省',
      city: '市',
      county: '县',
      township: '乡',
      village: '村',
      household_no: '户编号',
      person_no: '人口编号',
      name: '姓名',
      sex: '性别',
      id_number: '证件号码',
      ethnicity: '民族',
      phone: '成员联系电话',
      relation: '与户主关系',
      education: '文化程度',
      schooling: '在校生状况',
      labour: '劳动技能',
      work_months: '务工时间（月）',
      health: '健康状况',
      dibao: '是否享受低保',
      medical_insured: '是否参加新型农村合作医疗（城乡居民基本医疗保险）',
      work: '务工所在地',
    });
    expect(detected?.unknownColumns).toContain('户主证件号码');
  });

  it('knows the system’s own field codes', () => {
    const persons =
      'aac001 aab001 aab002 aab003 aab004 aab005 aab006 aab007 aab008 aab009 aab010 aab013 aab014 aab015 aab017 aab018 aab021 aab022 aab030';
    const detected = detect('file', [words(persons)], '');
    expect(detected?.dataset.id).toBe('person');
    expect(mappingOf(detected)).toEqual({
      household_no: 'aac001',
      person_no: 'aab001',
      name: 'aab002',
      sex: 'aab003',
      id_number: 'aab004',
      relation: 'aab006',
      ethnicity: 'aab007',
      education: 'aab008',
      schooling: 'aab009',
      labour: 'aab010',
      medical_insured: 'aab013',
      member_status: 'aab015',
      health: 'aab017',
      dibao: 'aab030',
    });
    const households =
      'AAC001 AAC005 AAC006 AAC007 AAC008 AAC009 AAC012 AAC017 AAC023 AAC025 AAC029 AAC031 AAR008 AAR010 AAR012 AAR040 AAR041 AAR100';
    const sheet = detect('file', [words(households)], '');
    expect(sheet?.dataset.id).toBe('household');
    expect(mappingOf(sheet)).toEqual({
      household_no: 'AAC001',
      category: 'AAC006',
      cause: 'AAC007',
      member_count: 'AAC017',
      exit_year: 'AAC023',
      head_name: 'AAC029',
      head_id: 'AAC031',
      village_code: 'AAR008',
      exit_status: 'AAR010',
      identified_on: 'AAR041',
    });
    // A dump of both tables in one: the member's columns make it the roster.
    expect(verdict(words(`${persons} ${households.slice('aac001 '.length)}`))).toBe('person');
  });

  it('knows the household sheet', () => {
    const header = words(
      '户编号 户主个人编号 户主姓名 户主证件号码 家庭人口数 脱贫状态 脱贫年度 新识别年度 贫困户属性 识别标准 主要致贫原因 其他致贫原因 返贫原因 开户银行 银行卡号 联系电话 是否军烈属 住房面积 是否危房户 危房等级 是否解决安全饮用水 工资性收入 生产经营性收入 财产性收入 转移性收入 低保金 生产经营性支出 家庭年收入 家庭纯收入 人均纯收入 是否搬迁户 搬迁方式',
    );
    const detected = detect('file', [header], '');
    expect(detected?.dataset.id).toBe('household');
    expect(mappingOf(detected)).toEqual({
      household_no: '户编号',
      head_name: '户主姓名',
      head_id: '户主证件号码',
      member_count: '家庭人口数',
      exit_status: '脱贫状态',
      exit_year: '脱贫年度',
      identified_on: '新识别年度',
      category: '贫困户属性',
      cause: '主要致贫原因',
      dangerous_dwelling: '是否危房户',
      dwelling_grade: '危房等级',
      safe_water: '是否解决安全饮用水',
      income_wage: '工资性收入',
      income_business: '生产经营性收入',
      income_property: '财产性收入',
      income_transfer: '转移性收入',
      business_cost: '生产经营性支出',
      income_total: '家庭年收入',
      income_net: '家庭纯收入',
      income_per_capita: '人均纯收入',
      relocated: '是否搬迁户',
    });
  });

  it('does not depend on the order of the columns', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(GENERATION_C, { minLength: GENERATION_C.length }), (shuffled) => {
        const detected = detect('f', [shuffled], '');
        expect(detected?.dataset.id).toBe('person');
        expect(mappingOf(detected)).toEqual(mappingOf(detect('f', [GENERATION_C], '')));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the second roster', () => {
  it.each([
    ['名册.xlsx', 'person'],
    ['第二套名册.xlsx', 'second_roster'],
    ['2017年统计监测名单.xlsx', 'second_roster'],
    ['大数据平台导出.csv', 'second_roster'],
    ['建档立卡贫困人口.xlsx', 'person'],
    ['建档立卡与大数据平台.xlsx', 'HC3002'],
  ])('tells the two rosters apart by words alone: %s → %s', (surroundings, expected) => {
    expect(verdict(GENERATION_A, surroundings)).toBe(expected);
  });

  it('takes those words from a title line too', () => {
    const second = detect('file', [['安平县统计监测名单'], [], GENERATION_A], '表1.xlsx');
    expect([second?.dataset.id, second?.headerRow]).toEqual(['second_roster', 3]);
  });
});
