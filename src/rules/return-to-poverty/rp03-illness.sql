/*
id: RP03
title: { zh: 脱贫户有大病未治愈或慢性病开销大, en: Exited household with a serious illness or costly chronic one }
family: return-to-poverty
severity: high
clause: [二.三.3, (二)5]
subject: household
predicate:
  zh: 户在“核查的脱贫年度”内脱贫，人均收入不高于“人均稳定收入线”或不明，有成员患大病未治愈，或患慢性病且最近年度自付费用（合规加不合规）超过“慢性病年自付费用”；医疗数据中没有的人，看名册健康状况是否患有大病。收入不明的为中。
  en: A household exited in the exit years under review, its income per capita is not above the stable income line or is unknown, and a member has a serious illness that is not cured, or a chronic one with own payments of the newest year (compliant and non-compliant) above the yearly cost of a chronic illness; for persons whom the medical extract does not know, the roster’s health column says whether there is a serious illness. With an unknown income it is medium.
needs:
  person: [exit_status, exit_year, id_number]
  'medical?': [id_number, name?, year?, diagnosis?, serious?, chronic?, cured?, self_paid?, self_paid_noncompliant?]
needs_any:
  -
    - medical: [id_number, serious]
    - medical: [id_number, chronic]
    - person: [health]
absence: [medical]
params: [stable_income_line]
key: []
message:
  zh: "{name}户 {exit_year} 年脱贫，成员{patients}疑似{illness}[[（{diagnosis}）]][[，{year} 年自付{own_payment}元]]，[[人均收入{income}元，不高于标准]][[!income|人均收入不明]]，疑似应标注返贫"
  en: "In the household of {name}, exited in {exit_year}, {patients} appears to have a {illness}[[ ({diagnosis})]][[, paying {own_payment} yuan in {year}]]; [[income {income} yuan, not above the line]][[!income|income unknown]]: it appears that it must return"
evidence:
  patients: { zh: 患病成员, en: Patients }
  illness: { zh: 情形, en: Case, codes: illness.kind }
  diagnosis: { zh: 病种, en: Diagnosis }
  year: { zh: 年度, en: Year }
  own_payment: { zh: 年自付费用（元）, en: Own payments (yuan) }
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  exit_year: { zh: 脱贫年度, en: Exit year }
verify:
  zh: 核实是否仍未治愈、当年自付费用多少、是否因此致贫。属实的标注返贫，并落实健康扶贫政策。
  en: "Check whether it is still not cured, what the household paid this year and whether that is why it is poor; if so mark it as returned, and apply the health measures."
*/
WITH patient AS (
  SELECT
    n.household_no,
    string_agg(n.name, '、' ORDER BY n.name NULLS LAST) AS patients,
    max(n.illness) AS illness,
    min(n.diagnosis) AS diagnosis,
    max(n.year) AS year,
    sum(n.own_payment) AS own_payment,
    max(CASE WHEN n.id_state = 'upgraded' OR n.record_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded,
    min(n.gap_ref) AS gap_ref,
    max(n.gap_ref) AS last_gap_ref,
    min(n.ref) AS patient_ref,
    max(n.ref) AS last_patient_ref
  FROM medical_need n
  GROUP BY n.household_no
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  p.patients,
  p.illness,
  p.diagnosis,
  p.year,
  p.own_payment,
  h.income,
  h.exit_year,
  CASE WHEN h.income IS NULL THEN 'medium' ELSE 'high' END AS severity,
  CASE WHEN p.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  p.gap_ref,
  p.last_gap_ref,
  p.patient_ref,
  p.last_patient_ref,
  h.sheet_ref,
  h.ref
FROM roster_household h
JOIN patient p ON p.household_no = h.household_no
WHERE h.exited_in_window AND (h.income IS NULL OR h.income <= $stable_income_line)
