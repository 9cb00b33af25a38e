/*
id: AS08
title: { zh: 在册贫困户义务教育阶段辍学, en: Dropout in an active household }
family: assistance
severity: high
clause: [(二)9]
subject: person
predicate:
  zh: 在册贫困户有义务教育年龄的成员辍学或未入学；因残、因智和残疾的豁免，因病的为低。
  en: A member of compulsory-school age of an active household dropped out or never enrolled; because of disability, or disabled, is exempt, because of illness low.
needs:
  person: [exit_status]
  'student?': [id_number, name?, status?, reason?, school?, grade?, dropped_on?]
  'disability?': [id_number?]
needs_any:
  -
    - student: [status]
    - person: [schooling]
absence: [student, disability]
params: []
key: []
message:
  zh: "{name}（{age}岁）疑似{status}[[，原因：{reason}]]，未接受义务教育"
  en: "{name} ({age}) appears to be out of school: {status}[[, because of {reason}]]"
evidence:
  age: { zh: 年龄, en: Age }
  status: { zh: 就学状态, en: Status, codes: student.status }
  reason: { zh: 辍学原因, en: Reason, codes: student.reason }
  school: { zh: 学校, en: School }
  dropped_on: { zh: 辍学时间, en: Dropped out on }
volatile: [age]
exemptions:
  - { id: intellectual-or-disabled-reason, when: { zh: 因残、因智无法上学, en: unable to attend because of disability }, clause: (二)9 }
  - { id: disabled-pupil, when: { zh: 学生本人残疾, en: the pupil is disabled }, clause: (二)9 }
verify:
  zh: 由教育部门核实是否在外地就读、休学或送教上门；确属辍学的动员返校并落实教育资助。
  en: "For the education bureau: check whether the child attends elsewhere or is taught at home; if not, have it return to school and paid for."
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  d.age,
  d.status,
  d.reason,
  d.school,
  d.dropped_on,
  d.dropped_on_precision,
  d.exempt_as AS exemption,
  CASE WHEN d.reason = 'illness' THEN 'low' ELSE 'high' END AS severity,
  CASE WHEN m.id_state = 'upgraded' OR d.record_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  d.ref,
  d.gap_ref
FROM school_dropout d
JOIN member m ON m.ref = d.ref
WHERE m.active
