import type { Dataset } from './dataset.js';
import { date, money, personId, personName, text, yesno } from './fields.js';

export const medical: Dataset = {
  id: 'medical',
  title: { zh: '医疗费用', en: 'Medical costs' },
  department: { zh: '医保·卫健', en: 'Medical insurance and health' },
  fields: {
    name: personName,
    id_number: personId,
    year: date('Year', ['年度', '就医年度', '结算年度', '年份']),
    diagnosis: text('Diagnosis', ['病种', '疾病名称', '诊断', '疾病诊断', '病种名称'], { signature: true }),
    serious: yesno('Serious illness', ['是否大病', '大病'], { signature: true }),
    chronic: yesno(
      'Chronic illness',
      ['是否慢性病', '门诊慢特病', '是否门诊慢特病', '慢性病', '是否慢病', '慢病'],
      {
        signature: true,
      },
    ),
    cured: yesno('Cured', ['是否治愈', '治疗状态', '治愈情况', '治愈']),
    total: money('Total cost', ['总费用', '医疗总费用', '费用总额']),
    self_paid: money(
      'Compliant cost paid by the patient',
      ['合规自付', '个人自付合规费用', '合规费用个人自付', '政策内自付', '个人自付'],
      { signature: true },
    ),
    self_paid_noncompliant: money('Non-compliant cost paid by the patient', [
      '不合规费用',
      '目录外自付',
      '不合规自付',
      '个人自费',
    ]),
  },
  keys: [['id_number']],
  hints: ['医疗', '医保', '大病', '慢性病'],
};
