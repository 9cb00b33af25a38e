import type { Dataset } from './dataset.js';
import { date, money, text, township, village } from './fields.js';

export const mutualFund: Dataset = {
  id: 'mutual_fund',
  title: { zh: '互助资金', en: 'Mutual-aid funds' },
  department: { zh: '扶贫', en: 'Poverty alleviation' },
  fields: {
    county: text('County', ['县(市、区、旗)', '县', '区县', '县区']),
    township,
    village,
    balance: money(
      'Balance',
      ['余额', '存量', '互助资金余额', '资金总额', '互助资金总额', '资金存量', '本金'],
      {
        signature: true,
      },
    ),
    lent: money('Lent out', ['借出余额', '在借余额', '借款余额', '借出金额', '占用费借款余额'], {
      signature: true,
    }),
    last_lent_on: date('Last loan on', ['最近借款日期', '最近借款时间', '最后借款日期', '最近放款日期'], {
      signature: true,
    }),
  },
  keys: [['village'], ['balance', 'lent']],
  hints: ['互助资金', '互助社'],
};
