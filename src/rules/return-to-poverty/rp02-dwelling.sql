/*
id: RP02
title: { zh: 脱贫户主要住房为 C、D 级危房, en: Exited household whose main dwelling is graded C or D }
family: return-to-poverty
severity: high
clause: [二.三.2]
subject: household
predicate:
  zh: 户在“核查的脱贫年度”内脱贫，人均收入不高于“人均稳定收入线”或不明，住房鉴定为C级或D级；有鉴定记录的看最近一次鉴定，没有的看名册的危房等级或是否危房。非主要居住用房、无人居住、已竣工改造的列为豁免；收入不明的为中。
  en: A household exited in the exit years under review, its income per capita is not above the stable income line or is unknown, and its dwelling is graded C or D; the latest survey decides for the households it knows, the roster’s grade or dangerous-dwelling column for the others. A dwelling that is not the main one, where nobody lives, or that is renovated is exempt; with an unknown income it is medium.
needs:
  person: [exit_status, exit_year]
  'dwelling?': [grade, id_number?, household_no?, main?, occupied?, surveyed_on?, renovation?, completed_on?]
needs_any:
  -
    - dwelling: [grade]
    - person: [dwelling_grade]
    - person: [dangerous_dwelling]
absence: [dwelling]
params: [stable_income_line]
key: []
message:
  zh: "{name}户 {exit_year} 年脱贫，主要住房疑似为[[{grade}]]危房[[（{surveyed_on}鉴定）]][[，改造状态：{renovation}]]，[[人均收入{income}元，不高于标准]][[!income|人均收入不明]]，疑似应标注返贫"
  en: "The main dwelling of the household of {name}, exited in {exit_year}, appears to be dangerous[[, graded {grade}]][[ on {surveyed_on}]][[, renovation {renovation}]]; [[income {income} yuan, not above the line]][[!income|income unknown]]: it appears that it must return"
evidence:
  grade: { zh: 鉴定等级, en: Grade, codes: dwelling.grade }
  surveyed_on: { zh: 鉴定日期, en: Surveyed on }
  renovation: { zh: 改造状态, en: Renovation, codes: dwelling.renovation }
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  exit_year: { zh: 脱贫年度, en: Exit year }
exemptions:
  - { id: not-main, when: { zh: 非主要居住用房, en: not the main dwelling }, clause: 二.三.2 }
  - { id: not-occupied, when: { zh: 长期无人居住, en: nobody lives there }, clause: (二)6 }
  - { id: renovated, when: { zh: 已竣工改造, en: renovated }, clause: (二)6 }
verify:
  zh: 核实是否主要居住用房、是否已改造或已搬入安全住房、鉴定是否为最近一次。属实的标注返贫，并列入危房改造。
  en: "Check that it is the main dwelling, whether it was renovated or left for a safe one, and that the survey is the latest; if so mark the household as returned, and put the house on the renovation list."
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  d.grade,
  d.surveyed_on,
  d.surveyed_on_precision,
  d.renovation,
  h.income,
  h.exit_year,
  CASE WHEN h.income IS NULL THEN 'medium' ELSE 'high' END AS severity,
  CASE WHEN d.record_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  d.exempt_as AS exemption,
  d.gap_ref,
  d.ref AS dwelling_ref,
  h.sheet_ref,
  h.ref
FROM roster_household h
JOIN unsafe_dwelling d ON d.household_no = h.household_no
WHERE h.exited_in_window AND (h.income IS NULL OR h.income <= $stable_income_line)
