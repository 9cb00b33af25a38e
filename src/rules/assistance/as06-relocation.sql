/*
id: AS06
title: { zh: 易地扶贫搬迁未落实, en: Relocation not carried through }
family: assistance
severity: medium
clause: [(二)7]
subject: household
predicate:
  zh: 名册上的搬迁户：计划年度早于核查日所在年度而住房未建成（高）；住房已建成而未入住（中）；已入住而旧房未拆除（低）。各算一条；没有填的不算。
  en: A relocated household of the roster whose planned year is before the as-of year and whose house is not built (high); built but not moved in (medium); moved in, but the old house not removed (low). One finding each; an empty cell is none.
needs:
  relocation: [household_no?, id_number?, plan_year?, built?, moved_in?, moved_on?, old_house_removed?]
needs_any:
  -
    - relocation: [plan_year, built]
    - relocation: [built, moved_in]
    - relocation: [moved_in, old_house_removed]
absence: []
params: [as_of]
key: [problem]
message:
  zh: "{name}户易地扶贫搬迁：{problem}[[（计划年度{plan_year}）]]"
  en: "Relocation of {name}’s household: {problem}[[ (planned for {plan_year})]]"
evidence:
  problem: { zh: 问题, en: Problem, codes: relocation.problem }
  plan_year: { zh: 计划年度, en: Planned year }
  moved_on: { zh: 入住时间, en: Moved in on }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
verify:
  zh: 由发改部门入户核实住房建设、入住和旧房拆除情况；长期未入住的查明原因。
  en: "For the development and reform bureau: see on site whether the house is built, lived in, and the old one gone."
*/
WITH problem AS (
  SELECT r.*, 'not-built' AS problem, 'high' AS severity
  FROM relocation_record r
  WHERE r.built = FALSE AND EXTRACT(YEAR FROM r.plan_year) < EXTRACT(YEAR FROM $as_of)
  UNION ALL
  SELECT r.*, 'not-moved-in', 'medium'
  FROM relocation_record r
  WHERE r.built = TRUE AND r.moved_in = FALSE
  UNION ALL
  SELECT r.*, 'old-house', 'low'
  FROM relocation_record r
  WHERE r.moved_in = TRUE AND r.old_house_removed = FALSE
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  p.problem,
  CAST(EXTRACT(YEAR FROM p.plan_year) AS INTEGER) AS plan_year,
  p.moved_on,
  p.moved_on_precision,
  h.exit_status,
  p.severity,
  CASE WHEN p.record_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  p.ref,
  h.ref AS household_ref
FROM problem p
JOIN roster_household h ON h.household_no = p.household_no
