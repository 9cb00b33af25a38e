import { COUNTY } from '../places.js';
import type { Loan, Payment } from '../records.js';
import { LOAN_WORDS } from '../words.js';
import type { Extract } from './extract.js';

/** 精准扶贫专项贷款: one row a loan. */
export const loan: Extract<Loan> = {
  file: '精准扶贫专项贷款台账.xlsx',
  format: 'workbook',
  sheet: '贷款台账',
  titles: [`${COUNTY}精准扶贫专项贷款台账`, '截止日期:2017-07-31'],
  style: { share: 0.03, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['序号', () => undefined],
    ['乡镇', ({ village }) => village.township.name],
    ['村', ({ village }) => village.name],
    ['借款人', ({ name }, { dirt }) => dirt.name(name)],
    ['借款人身份证号', ({ id }, { dirt }) => dirt.id(id)],
    ['经办银行', ({ bank }) => bank],
    ['合同编号', ({ contract }) => contract],
    ['贷款金额(万元)', ({ amount }, { dirt }) => dirt.tenThousands(amount)],
    ['发放日期', ({ granted }, { dirt }) => dirt.date(granted)],
    ['到期日期', ({ due }, { dirt }) => dirt.date(due)],
    ['贷款用途', ({ purpose }) => purpose],
    ['贷款状态', ({ status }, { dirt }) => dirt.code(status, LOAN_WORDS)],
  ],
  idColumn: 4,
  rows: (records) => records.loan,
  perHousehold: 0,
  rejects: ['malformed', 'precision-lost'],
};

/** 一卡通: one row a payment to somebody. */
export const payment: Extract<Payment> = {
  file: '财政局惠农一卡通发放明细.csv',
  format: 'gb18030',
  titles: [],
  style: { share: 0.015, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['乡镇', ({ village }) => village.township.name],
    ['村', ({ village }) => village.name],
    ['姓名', ({ name }, { dirt }) => dirt.name(name)],
    ['身份证号码', ({ id }, { dirt }) => dirt.id(id)],
    ['补贴项目', ({ item }) => item],
    ['发放金额(元)', ({ amount }, { dirt }) => dirt.money(amount)],
    ['发放日期', ({ paid }, { dirt }) => dirt.date(paid)],
    ['一卡通账号', ({ account }) => account],
  ],
  idColumn: 3,
  rows: (records) => records.payment,
  // A village's payments are counted as a whole: everybody in them is somebody of the model.
  perHousehold: 0,
  rejects: ['malformed', 'missing', 'ragged'],
};
