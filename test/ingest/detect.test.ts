import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/datasets/catalogue.js';
import type { Dataset } from '../../src/datasets/dataset.js';
import { HechaError } from '../../src/errors.js';
import { type Detected, detect, HEADER_ROWS } from '../../src/ingest/detect.js';

const words = (text: string): string[] => text.split(' ');

/** Field → header, as the columns of a part were mapped. */
const mappingOf = (detected: Detected | undefined): Record<string, string> =>
  Object.fromEntries((detected?.columns ?? []).map(({ field, header }) => [field, header]));

/** The dataset that a header is taken for, or the code of the refusal. */
function verdict(header: readonly string[], surroundings = ''): string {
  try {
    return detect('file', [header], surroundings)?.dataset.id ?? 'none';
  } catch (error) {
    if (error instanceof HechaError) return error.code;
    throw error;
  }
}

/** What must stand around a dataset's header for it to be told apart at all. */
const around = (dataset: Dataset): string => (dataset.id === 'second_roster' ? '统计监测名单.xlsx' : '');
const usual = (dataset: Dataset, fields: readonly string[]): string[] =>
  fields.map((field) => dataset.fields[field]?.headers[0] ?? '');
const signatures = (dataset: Dataset): string[] =>
  Object.keys(dataset.fields).filter((field) => dataset.fields[field]?.signature);

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))('%s', (id, dataset) => {
  it('is known by its usual header, every column mapped', () => {
    const header = usual(dataset, Object.keys(dataset.fields));
    const detected = detect('file', [header], around(dataset));
    expect(detected?.dataset.id).toBe(id);
    expect(detected?.headerRow).toBe(1);
    expect(detected?.unknownColumns).toEqual([]);
    expect(detected?.columns.map(({ field, index }) => [field, index])).toEqual(
      Object.keys(dataset.fields).map((field, index) => [field, index]),
    );
  });

  it('is known by its keys and the columns that only it has', () => {
    const own = signatures(dataset);
    const fields = [...new Set([...dataset.keys.flat(), ...own])];
    expect(verdict(usual(dataset, fields), around(dataset))).toBe(id);
    const one = [...new Set([...dataset.keys.flatMap(([key = '']) => key), ...own])];
    expect(verdict(usual(dataset, one), around(dataset))).toBe(id);
  });

  it('is known by its keys and any one of those columns', () => {
    for (const own of signatures(dataset)) {
      const fields = [...new Set([...dataset.keys.flatMap(([key = '']) => key), own])];
      expect(verdict(usual(dataset, fields), around(dataset)), own).toBe(id);
    }
  });

  it('is not known without a key', () => {
    const others = Object.keys(dataset.fields);
    for (const key of dataset.keys) {
      const header = usual(
        dataset,
        others.filter((field) => !key.includes(field)),
      );
      expect(verdict(header, around(dataset)), key.join('/')).not.toBe(id);
    }
  });
});

it('never takes a header for another dataset: it is right, or it asks', () => {
  const others = datasets.filter(({ id }) => id !== 'second_roster');
  const noise = [[], ['乡镇', '村'], ['户编号'], ['户编号', '户主姓名', '户主身份证号'], ['县', '备注']];
  const header = fc.constantFrom(...others).chain((dataset) => {
    const own = signatures(dataset);
    return fc.record({
      dataset: fc.constant(dataset),
      keys: fc.tuple(...dataset.keys.map((key) => fc.constantFrom(...key))),
      sign: own.length > 0 ? fc.constantFrom(...own) : fc.constant(''),
      more: fc.subarray(Object.keys(dataset.fields)),
      variant: fc.array(fc.nat(20), { minLength: 60, maxLength: 60 }),
      noise: fc.constantFrom(...noise),
    });
  });
  fc.assert(
    fc.property(header, ({ dataset, keys, sign, more, variant, noise }) => {
      const fields = [...new Set([...keys, sign, ...more])].filter((field) => field !== '');
      const cells = fields.map((field, index) => {
        const headers = dataset.fields[field]?.headers ?? [];
        return headers[(variant[index] ?? 0) % headers.length] ?? '';
      });
      const row = [...cells, ...noise.filter((cell) => !cells.includes(cell))];
      expect([dataset.id, 'HC3002']).toContain(verdict(row));
    }),
    { numRuns: 800 },
  );
});

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
});

describe('headers that are nearly alike', () => {
  it.each([
    // Staff and insured persons share name, number, employer and post; a column of their own or a title decides.
    ['姓名 身份证号 单位 职务', '', 'HC3002'],
    ['姓名 身份证号 单位 职务', '财政供养人员.xlsx', 'payroll'],
    ['姓名 身份证号 单位 职务 编制', '', 'payroll'],
    ['姓名 身份证号 单位名称 岗位', '', 'HC3002'],
    ['姓名 身份证号 单位名称 岗位 险种', '', 'social_security'],
    ['姓名 身份证号 单位名称 岗位 人员类别', '', 'payroll'],
    ['姓名 身份证号 单位名称 月缴费基数 参保状态', '', 'social_security'],
    ['姓名 身份证号 职务', '', 'HC3002'],
    ['姓名 身份证号 职务', '村干部名册.csv', 'cadre'],
    ['乡镇 村 姓名 身份证号 职务', '', 'HC3002'],
    ['乡镇 村 姓名 身份证号 职务 任职时间', '', 'cadre'],
    // The death list and whatever else can be struck off.
    ['姓名 身份证号 死亡日期', '', 'death'],
    ['姓名 身份证号 注销日期', '', 'death'],
    ['姓名 身份证号 号牌号码 注销日期', '', 'HC3002'],
    ['所有人 身份证明号码 号牌号码 机动车状态 注销日期', '', 'vehicle'],
    // Surveys of dwellings and of water carry the head's name and number, as the household sheet does.
    ['户编号 户主姓名 户主身份证号 鉴定等级', '', 'dwelling'],
    ['户编号 户主姓名 户主身份证号 是否达标', '', 'water'],
    ['户主姓名 户主身份证号 危房等级', '', 'dwelling'],
    ['姓名 身份证号 危房等级', '', 'dwelling'],
    ['户编号 户主姓名 户主证件号码 危房等级', '', 'HC3002'],
    ['户编号 户主姓名 户主证件号码 危房等级', '农村危房鉴定表', 'dwelling'],
    ['户编号 户主姓名 户主证件号码 危房等级 脱贫属性 贫困户属性', '', 'household'],
    ['户编号 户主姓名 户主证件号码 是否解决安全饮用水', '', 'household'],
    ['户编号 姓名 身份证号 是否达标', '', 'water'],
    // The roster and the sheet of households.
    ['户编号 户主姓名', '', 'household'],
    ['户编号 户主姓名 户主证件号码 脱贫属性', '', 'household'],
    ['户编号 户主姓名 户主证件号码 姓名 证件号码 与户主关系', '', 'person'],
    ['户编号 户主姓名 户主证件号码 姓名 证件号码 与户主关系 脱贫属性', '', 'person'],
    ['户编号 姓名 证件号码 与户主关系', '', 'person'],
    ['户编号 姓名 证件号码', '', 'HC3002'],
    ['户编号 姓名 证件号码 性别 脱贫属性', '', 'person'],
    ['户编号 姓名 证件号码 危房等级', '', 'HC3002'],
    ['户编号 姓名 证件号码 疑点类型', '', 'audit_suspect'],
    // Extracts that somebody joined to the household's number and head.
    ['户编号 户主姓名 户主身份证号 姓名 身份证号 死亡日期', '', 'death'],
    ['户编号 户主姓名 户主身份证号 姓名 身份证号 号牌号码', '', 'vehicle'],
    ['户编号 户主姓名 户主身份证号 姓名 身份证号 低保类别', '', 'dibao'],
    // Benefits of civil affairs.
    ['姓名 身份证号 城乡类别 状态', '', 'HC3002'],
    ['姓名 身份证号 城乡类别 状态 低保类别', '', 'dibao'],
    ['姓名 身份证号 城乡类别 状态 供养方式', '', 'tekun'],
    ['姓名 身份证号 残疾类别 残疾等级', '', 'disability'],
    // Owners.
    ['姓名 身份证号 登记日期 状态', '', 'HC3002'],
    ['权利人 证件号 坐落 建筑面积', '', 'property'],
    ['所有人 身份证 房产证号 坐落 建筑面积 房产登记日', '', 'property'],
    ['姓名 身份证号 企业名称 登记状态', '', 'business'],
    // Nothing but a name and a number may be anything.
    ['姓名 身份证号', '', 'HC3002'],
    ['姓名 身份证号', '死亡人员.csv', 'death'],
    ['姓名 身份证号', '机动车 车辆.csv', 'vehicle'],
    ['姓名 年龄 备注', '', 'none'],
    ['姓名 性别 年龄', '', 'HC3001'],
    ['序号 备注', '', 'none'],
    ['号牌号码 车辆类型', '', 'HC3001'],
    ['户编号 户主关系', '', 'HC3001'],
  ])('%s (%s) → %s', (header, surroundings, expected) => {
    expect(verdict(words(header), surroundings)).toBe(expected);
  });

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

describe('detect', () => {
  const header = ['户编号', '姓名', '证件号码', '与户主关系'];
  const rowsAt = (row: number): string[][] => [
    ...Array.from({ length: row - 1 }, (_, index) => [`标题${index}`, '', '单位:元']),
    header,
    ['H1', '甲', '1', '户主'],
  ];

  it('finds the header below titles, down to the last row that it looks at', () => {
    for (const row of [1, 2, 5, HEADER_ROWS]) expect(detect('f', rowsAt(row), '')?.headerRow).toBe(row);
    expect(detect('f', rowsAt(HEADER_ROWS + 1), '')).toBeUndefined();
  });

  it('takes the fuller of two rows that look like a header', () => {
    const group = ['户编号', '姓名', '证件号码'];
    expect(detect('f', [group, header], '')?.headerRow).toBe(2);
    expect(detect('f', [header, header], '')?.headerRow).toBe(1);
  });

  it('finds nothing in rows of data, or in none', () => {
    expect(detect('f', [['H1', '甲', '1', '户主']], '')).toBeUndefined();
    expect(detect('f', [], '贫困人口信息')).toBeUndefined();
    expect(detect('f', [[], ['']], '贫困人口信息')).toBeUndefined();
  });

  it('says what is missing of the nearest dataset', () => {
    expect(() =>
      detect('名册.csv', [['户编号', '姓名', '与户主关系', '脱贫属性', '人均纯收入']], ''),
    ).toThrow(
      expect.objectContaining({
        code: 'HC3001',
        values: { place: '名册.csv', nearest: '贫困人口信息', missing: '证件号码' },
      }),
    );
    expect(() => detect('危房.csv', [['乡镇', '村', '鉴定等级', '鉴定日期', '改造状态']], '')).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ missing: '户编号/户主身份证号' }) }),
    );
  });

  it('names the datasets that it cannot choose between, each once', () => {
    expect(() => detect('职工.csv', [['姓名', '身份证号', '单位名称', '岗位']], '')).toThrow(
      expect.objectContaining({
        code: 'HC3002',
        values: { place: '职工.csv', candidates: '社会保险、财政供养、村干部' },
      }),
    );
  });

  it('takes of two columns for one field the one with the usual name', () => {
    const mapped = (cells: string): Record<string, string> => mappingOf(detect('f', [words(cells)], ''));
    expect(mapped('户编号 姓名 身份证号 证件号码 与户主关系').id_number).toBe('证件号码');
    expect(mapped('户编号 姓名 证件号码 与户主关系 户联系电话 联系电话').phone).toBe('联系电话');
  });

  it('takes the first of two columns of one name, and the one without a remark of two', () => {
    const indexOf = (cells: string, field: string): number | undefined =>
      detect('f', [words(cells)], '')?.columns.find((column) => column.field === field)?.index;
    expect(indexOf('户编号 姓名 姓名 证件号码 与户主关系', 'name')).toBe(1);
    expect(indexOf('户编号 姓名(户主) 姓名 证件号码 与户主关系', 'name')).toBe(2);
    expect(indexOf('户编号 证件号码(户主) 姓名 身份证号 与户主关系', 'id_number')).toBe(3);
  });

  it('reports the columns that it does not know, spares empty ones, and gives units', () => {
    const cells = ['户编号', '', '姓名', '证件号码', ' ', '与户主关系', '备注', '人均纯收入（万元）'];
    const detected = detect('f', [cells], '');
    expect(detected?.unknownColumns).toEqual(['备注']);
    expect(detected?.columns.at(-1)).toEqual({
      field: 'income_per_capita',
      index: 7,
      header: '人均纯收入（万元）',
      unit: 10_000,
    });
  });

  it('is not confused by header cells like __proto__', () => {
    expect(detect('f', [[...header, '__proto__', 'constructor']], '')?.unknownColumns).toEqual([
      '__proto__',
      'constructor',
    ]);
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

describe('dibao with several persons in a row', () => {
  it('pairs the numbered columns by their numbers', () => {
    const detected = detect(
      'f',
      [words('乡镇 村 低保类别 姓名1 身份证1 姓名2 身份证号2 姓名10 身份证10')],
      '',
    );
    expect(detected?.dataset.id).toBe('dibao');
    expect(detected?.wide).toEqual([
      { name: 3, id_number: 4 },
      { name: 5, id_number: 6 },
      { name: 7, id_number: 8 },
    ]);
    expect(detected?.unknownColumns).toEqual([]);
  });

  it('takes a number without a name, and leaves out a name without a number', () => {
    const detected = detect('f', [words('低保类别 身份证2 姓名1 身份证1 姓名3')], '');
    expect(detected?.wide).toEqual([{ name: 2, id_number: 3 }, { id_number: 1 }]);
    expect(detected?.unknownColumns).toEqual(['姓名3']);
  });

  it('has no pairs where each row is one person', () => {
    expect(detect('f', [words('姓名 身份证号 低保类别')], '')?.wide).toBeUndefined();
  });
});
