/*
id: AS05
title: { zh: 在册贫困户危房未改造, en: Dangerous dwelling of an active household not renovated }
family: assistance
severity: high
clause: [(二)6]
subject: household
predicate:
  zh: 在册贫困户有住房缺口（主要、有人居住的住房为 C、D 级且未竣工）：改造状态为未改造、没有填或只有名册记载的为高，正在改造的为中。
  en: An active household has a housing gap (main, occupied dwelling graded C or D, not completed). High when not renovated, not told or known from the roster only; medium while under way.
needs:
  person: [exit_status]
  'dwelling?': [household_no?, id_number?, grade, main?, occupied?, surveyed_on?, renovation?, completed_on?]
needs_any:
  -
    - dwelling: [grade]
    - person: [dwelling_grade]
    - person: [dangerous_dwelling]
absence: [dwelling]
params: []
key: []
message:
  zh: "{name}户住房[[为{grade}级]]危房[[，{renovation}]]，疑似未落实危房改造"
  en: "The dwelling of {name}’s household is dangerous[[ (grade {grade})]][[, {renovation}]]: renovation seems not to be done"
evidence:
  grade: { zh: 鉴定等级, en: Grade, codes: person.dwelling_grade }
  renovation: { zh: 改造状态, en: Renovation, codes: dwelling.renovation }
  surveyed_on: { zh: 鉴定日期, en: Surveyed on }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
exemptions:
  - { id: not-main, when: { zh: 不是主要居住用房, en: not the main dwelling } }
  - { id: not-occupied, when: { zh: 无人居住, en: nobody lives there } }
  - { id: renovated, when: { zh: 已竣工改造, en: renovation completed } }
verify:
  zh: 由住建部门入户核实房屋是否仍为危房、是否唯一住房、是否已列入改造计划；D 级由计划年内改造完成，长期闲置的征得户主同意后拆除。
  en: "For the housing bureau: check whether it is still dangerous, lived in, and in the renovation plan; grade D is to be completed first."
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  d.grade,
  d.renovation,
  d.surveyed_on,
  d.surveyed_on_precision,
  h.exit_status,
  d.exempt_as AS exemption,
  CASE WHEN d.renovation = 'underway' THEN 'medium' ELSE 'high' END AS severity,
  CASE WHEN d.record_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  d.ref,
  d.gap_ref,
  h.sheet_ref,
  h.ref AS household_ref
FROM roster_household h
JOIN unsafe_dwelling d ON d.household_no = h.household_no
WHERE h.active
