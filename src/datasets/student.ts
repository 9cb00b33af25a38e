import { DROPOUT_REASON, STUDENT_STATUS } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, personId, personName, text } from './fields.js';

export const student: Dataset = {
  id: 'student',
  title: { zh: '学籍', en: 'School enrolment' },
  department: { zh: '教育', en: 'Education' },
  fields: {
    name: personName,
    id_number: personId,
    school: text('School', ['学校', '学校名称', '就读学校', '所在学校'], { signature: true }),
    grade: text('Grade', ['年级', '所在年级', '就读年级'], { signature: true }),
    status: code('Status', ['学籍状态', '就读状态', '就学状态', '状态'], STUDENT_STATUS),
    dropped_on: date('Dropped out on', ['辍学时间', '辍学日期', '失学时间']),
    reason: code('Dropout reason', ['辍学原因', '不在校原因', '失学原因', '失学或辍学原因'], DROPOUT_REASON, {
      signature: true,
    }),
  },
  keys: [['id_number']],
  hints: ['学籍', '学生', '控辍保学'],
};
