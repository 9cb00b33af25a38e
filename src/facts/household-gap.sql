/*
name: household_gap
doc:
  zh: 户的“三保障”和饮水缺口：教育、住房、医疗、饮水，一处一行，附说明和来源。
  en: A household's gaps in the guarantees (education, housing, medical, water), one row for each place where there is one, with what it is and its sources.
params: []
*/
SELECT
  s.household_no, 'education' AS gap, s.name AS gap_person, s.id_key AS gap_key, s.reason AS gap_detail, s.id_state, s.record_state,
  s.ref AS member_ref, s.gap_ref
FROM school_dropout s
WHERE s.exempt_as IS NULL
UNION ALL
SELECT d.household_no, 'housing', NULL, NULL, d.grade, NULL, d.record_state, d.ref, d.gap_ref
FROM unsafe_dwelling d
WHERE d.exempt_as IS NULL
UNION ALL
SELECT n.household_no, 'medical', n.name, n.id_key, n.illness, n.id_state, n.record_state, n.ref, n.gap_ref
FROM medical_need n
UNION ALL
SELECT w.household_no, 'water', NULL, NULL, NULL, NULL, w.record_state, w.ref, w.gap_ref
FROM unsafe_water w
