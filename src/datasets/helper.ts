import type { Dataset } from './dataset.js';
import { date, ID_HEADERS, id, name, text, township, village } from './fields.js';

export const helper: Dataset = {
  id: 'helper',
  title: { zh: '帮扶责任人信息', en: 'Helpers' },
  department: { zh: '扶贫', en: 'Poverty alleviation' },
  fields: {
    helper: name('Helper', ['帮扶责任人', '帮扶人', '帮扶人姓名', '帮扶责任人姓名', '帮扶干部', '姓名']),
    helper_id: id('Helper’s ID number', [
      '帮扶责任人身份证号',
      '帮扶人身份证号',
      '帮扶责任人证件号码',
      '帮扶人证件号码',
      ...ID_HEADERS,
    ]),
    phone: text('Phone', ['帮扶人电话', '帮扶责任人联系电话', '联系电话', '电话', '手机号码']),
    unit: text('Unit', ['帮扶单位', '帮扶单位名称', '单位', '单位名称', '工作单位']),
    post: text('Post', ['职务', '帮扶人职务', '职务职级']),
    household_no: text('Household number', ['户编号', '结对户编号', '贫困户编号', '户编码']),
    head_name: name('Head of household', ['户主姓名', '户主', '帮扶对象', '贫困户姓名', '结对户姓名']),
    head_id: id('Head’s ID number', ['户主证件号码', '户主身份证号', '户主身份证号码', '贫困户身份证号']),
    started_on: date('From', ['帮扶开始时间', '帮扶开始日期', '结对时间'], { signature: true }),
    ended_on: date('To', ['帮扶结束时间', '帮扶结束日期'], { signature: true }),
    township,
    village,
  },
  keys: [['helper'], ['household_no', 'head_id']],
  hints: ['帮扶责任人', '帮扶人', '结对帮扶'],
};
