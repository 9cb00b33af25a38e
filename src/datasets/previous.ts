import type { Dataset } from './dataset.js';
import { date, money, text, yesno } from './fields.js';

/*
 * What a run keeps for the next one, in `held/`: tables like those of the datasets, filled from the previous run and from no input.
 * Rules name them in `needs`, so that one that compares is not run where there is nothing to compare with.
 */

const department = { zh: '上一次核查', en: 'The previous run' };
const householdNo = text('Household number', ['户编号']);

const previousHousehold: Dataset = {
  id: 'previous_household',
  title: { zh: '上一次核查时的户', en: 'Households as the previous run had them' },
  department,
  fields: {
    household_no: householdNo,
    as_of: date('The day on which it was so', ['对照日']),
    income: money('Income per capita', ['人均收入']),
    education: yesno('A gap in education', ['教育缺口']),
    housing: yesno('A gap in housing', ['住房缺口']),
    medical: yesno('A gap in medical care', ['医疗缺口']),
    water: yesno('A gap in water', ['饮水缺口']),
    breadwinner: text('The only member able to work, alive', ['唯一劳动力证件号']),
  },
  keys: [['household_no']],
  hints: [],
};

const previousMember: Dataset = {
  id: 'previous_member',
  title: { zh: '上一次核查时的成员', en: 'Members as the previous run had them' },
  department,
  fields: {
    household_no: householdNo,
    member: text('ID number', ['证件号码']),
    severe: yesno('Disabled at level 1 or 2', ['是否一、二级残疾']),
  },
  keys: [['household_no'], ['member']],
  hints: [],
};

const previousAsset: Dataset = {
  id: 'previous_asset',
  title: { zh: '上一次核查时的车辆、房产', en: 'Vehicles and property as the previous run had them' },
  department,
  fields: {
    owner: text('Owner’s ID number', ['所有人证件号']),
    asset: text('Asset (vehicle or property)', ['资产']),
    asset_no: text('Plate or certificate', ['号牌或证号']),
    asset_detail: text('Type or location', ['类型或坐落']),
    last_seen: date('The day of the last run that had it', ['最后一次出现']),
    missing_since: date('The day of the first run that had not', ['首次缺失']),
  },
  keys: [['owner'], ['asset'], ['asset_no']],
  hints: [],
};

/** The tables that hold what the previous run kept. */
export const previousTables: readonly Dataset[] = [previousHousehold, previousMember, previousAsset];
