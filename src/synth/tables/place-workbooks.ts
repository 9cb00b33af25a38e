import type { Dirt } from '../dirt.js';
import type { MutualFund, ProjectFund } from '../funds.js';
import { COUNTY } from '../places.js';
import { INDICATORS, type VillageRow } from '../villages.js';
import { VILLAGE_EXIT_WORDS } from '../words.js';
import type { Column } from './columns.js';

const count = (value: number, dirt: Dirt) => dirt.count(value);

/** 贫困村信息, with a column for each exit indicator. */
export const villageColumns: readonly Column<VillageRow>[] = [
  ['县(市、区、旗)', () => COUNTY],
  ['乡(镇)', ({ village }) => village.township.name],
  ['行政村', ({ village }) => village.name],
  ['行政区划代码', ({ village }) => village.code],
  ['是否贫困村', ({ poorVillage }, { dirt }) => dirt.yes(poorVillage)],
  ['退出状态', ({ exit }, { dirt }) => dirt.code(exit, VILLAGE_EXIT_WORDS)],
  ['退出年度', ({ exitYear }, { dirt }) => dirt.date(exitYear === undefined ? undefined : String(exitYear))],
  ['总户数', ({ households }, { dirt }) => count(households, dirt)],
  ['户籍人口数', ({ population }, { dirt }) => count(population, dirt)],
  ['建档立卡户数', ({ poorHouseholds }, { dirt }) => count(poorHouseholds, dirt)],
  ['建档立卡人数', ({ poorPersons }, { dirt }) => count(poorPersons, dirt)],
  ['剩余贫困户数', ({ remainingHouseholds }, { dirt }) => count(remainingHouseholds, dirt)],
  ['剩余贫困人口数', ({ remainingPersons }, { dirt }) => count(remainingPersons, dirt)],
  ['贫困发生率(%)', ({ incidence }, { dirt }) => count(incidence, dirt)],
  ['村集体经济收入(万元)', ({ collectiveIncome }, { dirt }) => dirt.tenThousands(collectiveIncome)],
  ...INDICATORS.map(
    (name): Column<VillageRow> => [
      `指标：${name}`,
      ({ exit, unmet }, { dirt, random }) =>
        exit === undefined && random.chance(0.5) ? '' : dirt.yes(!unmet.includes(name)),
    ],
  ),
];

export const projectColumns: readonly Column<ProjectFund>[] = [
  ['项目名称', ({ project }) => project],
  ['乡镇', ({ village }) => village.township.name],
  ['村名', ({ village }) => village.name],
  ['资金来源', ({ source }) => source],
  ['年度', ({ year }, { dirt }) => dirt.date(String(year))],
  ['到位资金(万元)', ({ allocated }, { dirt }) => dirt.tenThousands(allocated)],
  ['已支出(元)', ({ spent }, { dirt }) => dirt.money(spent)],
  ['到位日期', ({ allocatedOn }, { dirt }) => dirt.date(allocatedOn)],
  ['开工日期', ({ startedOn }, { dirt }) => dirt.date(startedOn)],
];

export const mutualFundColumns: readonly Column<MutualFund>[] = [
  ['县', () => COUNTY],
  ['乡镇名称', ({ village }) => village.township.name],
  ['村名称', ({ village }) => village.name],
  ['互助资金总额', ({ balance }, { dirt }) => dirt.money(balance)],
  ['借出余额', ({ lent }, { dirt }) => dirt.money(lent)],
  ['最近借款日期', ({ lastLentOn }, { dirt }) => dirt.date(lastLentOn)],
];
