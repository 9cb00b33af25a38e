import type { Dataset } from './dataset.js';
import { date, ID_HEADERS, id, money, name, text, township, village } from './fields.js';

export const payment: Dataset = {
  id: 'payment',
  title: { zh: '到户补贴', en: 'Payments to households' },
  department: { zh: '财政', en: 'Finance' },
  fields: {
    name: name('Payee', ['姓名', '领款人', '收款人', '户主姓名', '补贴对象', '享受人姓名', '人员姓名']),
    id_number: id('ID number', [...ID_HEADERS, '领款人身份证号', '收款人身份证号']),
    item: text('Item', ['项目', '补贴项目', '项目名称', '补贴名称', '资金项目', '发放项目', '补助项目'], {
      signature: true,
    }),
    amount: money('Amount', ['金额', '发放金额', '补贴金额', '补助金额', '实发金额', '应发金额']),
    paid_on: date('Paid on', ['发放日期', '发放时间', '支付日期', '打款日期', '到账日期', '发放年月']),
    account: text('Account', ['账号', '银行账号', '一卡通账号', '银行卡号', '卡号', '收款账号'], {
      signature: true,
    }),
    township,
    village,
  },
  keys: [['id_number'], ['item'], ['amount']],
  hints: ['一卡通', '补贴', '发放'],
};
