import { LOAN_STATUS } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, decimal, ID_HEADERS, id, money, name, text, township, village } from './fields.js';

export const loan: Dataset = {
  id: 'loan',
  title: { zh: '精准扶贫专项贷款', en: 'Poverty loans' },
  department: { zh: '财政·金融', en: 'Finance' },
  fields: {
    name: name('Borrower', ['借款人', '姓名', '贷款人', '借款人姓名', '贷款人姓名', '户主姓名', '客户名称']),
    id_number: id('ID number', ['借款人身份证号', '借款人证件号码', '贷款人身份证号', ...ID_HEADERS]),
    bank: text('Bank', ['贷款银行', '经办银行', '承贷银行', '银行', '放款银行', '贷款机构'], {
      signature: true,
    }),
    contract: text('Contract number', ['合同号', '合同编号', '借据号', '贷款合同号', '借据编号']),
    amount: money('Amount', ['贷款金额', '借款金额', '放款金额', '发放金额', '贷款本金'], {
      signature: true,
    }),
    granted_on: date('Granted on', [
      '发放日期',
      '放款日期',
      '贷款日期',
      '贷款发放日期',
      '放款日',
      '借款日期',
    ]),
    due_on: date('Due on', ['到期日期', '到期日', '贷款到期日', '贷款到期日期', '到期时间'], {
      signature: true,
    }),
    term_months: decimal('Term in months', ['贷款期限(月)', '期限(月)', '贷款期限', '期限']),
    purpose: text('Purpose', ['用途', '贷款用途', '借款用途']),
    status: code('Status', ['贷款状态', '状态', '还款状态', '结清情况'], LOAN_STATUS),
    township,
    village,
  },
  keys: [['id_number'], ['amount']],
  hints: ['贷款', '小额信贷'],
};
