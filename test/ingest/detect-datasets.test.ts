import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/datasets/catalogue.js';
import type { Dataset } from '../../src/datasets/dataset.js';
import { detect, verdict, words } from './verdict.js';

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
      // Asked with HC3001: a few columns of one dataset may be more of another, which lacks its key.
      expect([dataset.id, 'HC3001', 'HC3002']).toContain(verdict(row));
    }),
    { numRuns: 800 },
  );
});

it('asks for the key where a few columns of households are more of a survey of dwellings', () => {
  expect(verdict(['家庭编号', '户主姓名', '危房等级'])).toBe('HC3001');
  expect(verdict(['家庭编号', '户主姓名', '危房等级', '脱贫属性'])).toBe('household');
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
});
