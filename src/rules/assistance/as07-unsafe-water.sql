/*
id: AS07
title: { zh: 在册贫困户饮水不安全, en: Active household without safe water }
family: assistance
severity: high
clause: [(二)8]
subject: household
predicate:
  zh: 在册贫困户有饮水缺口：水利部门最近一次记录不达标；没有记录的，名册填明饮水不安全。
  en: An active household has a water gap, by the newest record of the water bureau; without one, by the roster.
needs:
  person: [exit_status]
  'water?': [household_no?, id_number?, safe, surveyed_on?]
needs_any:
  -
    - water: [safe]
    - person: [safe_water]
absence: [water]
params: []
key: []
message:
  zh: "{name}户（{exit_status}）饮水疑似未达安全标准"
  en: "The water of {name}’s household ({exit_status}) seems not to be safe"
evidence:
  surveyed_on: { zh: 核查日期, en: Surveyed on }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
verify:
  zh: 由水利部门入户核实水量、水质、取水方便程度和供水保证率，列入饮水安全工程。
  en: "For the water bureau: check quantity, quality, distance and reliability, and put it on the works list."
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  w.surveyed_on,
  w.surveyed_on_precision,
  h.exit_status,
  CASE WHEN w.record_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  w.ref,
  w.gap_ref,
  h.ref AS household_ref
FROM roster_household h
JOIN unsafe_water w ON w.household_no = h.household_no
WHERE h.active
