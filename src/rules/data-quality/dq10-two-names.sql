/*
id: DQ10
title: { zh: 同一证件号有两个姓名, en: One ID number under two names }
family: data-quality
severity: medium
clause: [(四)2]
subject: person
predicate:
  zh: 名册成员的有效证件号，在名册的另一行、第二套名册或本规则读取的部门数据中，登记的是另一个姓名。姓名中有写不出的字（问号、方框、星号）的不参加比较。
  en: The valid ID number of a member on the roster stands under another name on another row of the roster, on the second roster or in a departmental extract that this rule reads. Names with a character that could not be written (question mark, box, asterisk) are not compared.
needs:
  person: [id_number, name]
  'second_roster?': [household_no, name, id_number]
  'dibao?': [id_number, name?]
  'tekun?': [id_number, name?]
  'disability?': [id_number, name?]
  'vehicle?': [owner_id, owner?]
  'property?': [owner_id, owner?]
  'social_security?': [id_number, name?]
  'payroll?': [id_number, name?]
  'cadre?': [id_number, name?]
  'business?': [id_number, name?]
  'student?': [id_number, name?]
  'medical?': [id_number, name?]
  'dwelling?': [id_number, name?]
  'water?': [id_number, name?]
  'death?': [id_number, name?]
  'audit_suspect?': [id_number, name?]
  'hukou?': [id_number, name?]
  'relocation?': [id_number, name?]
  'loan?': [id_number, name?]
  'payment?': [id_number, name?]
absence: []
params: []
key: []
message:
  zh: "名册上{name}的证件号，在{places}中登记的姓名是{other_names}：可能一处错录，或证件被他人使用"
  en: "The ID number of {name} on the roster stands under {other_names} in {places}: one is mistyped, or somebody uses another's"
evidence:
  other_names: { zh: 另外的姓名, en: Other names }
  places: { zh: 出现在, en: Found in, codes: dataset.title }
verify:
  zh: 对照身份证或户口簿核实姓名和证件号，更正错录的一方；涉及车辆、房产等疑点的，先解决本条再下结论。
  en: Check name and number against the card or the register and correct the side that is wrong, before any finding about assets is decided.
*/
WITH naming AS (
  SELECT 'person' AS place, m.id_key, m.id_state, m.name, m.ref FROM member m
  UNION ALL SELECT 'second_roster', s.id_key, s.id_state, s.name, s.ref FROM second_member s
  UNION ALL SELECT 'dibao', x.id_number_key, x.id_number_state, x.name, x.ref FROM dibao x
  UNION ALL SELECT 'tekun', x.id_number_key, x.id_number_state, x.name, x.ref FROM tekun x
  UNION ALL SELECT 'disability', x.id_number_key, x.id_number_state, x.name, x.ref FROM disability x
  UNION ALL SELECT 'vehicle', x.owner_id_key, x.owner_id_state, x.owner, x.ref FROM vehicle x
  UNION ALL SELECT 'property', x.owner_id_key, x.owner_id_state, x.owner, x.ref FROM property x
  UNION ALL SELECT 'social_security', x.id_number_key, x.id_number_state, x.name, x.ref FROM social_security x
  UNION ALL SELECT 'payroll', x.id_number_key, x.id_number_state, x.name, x.ref FROM payroll x
  UNION ALL SELECT 'cadre', x.id_number_key, x.id_number_state, x.name, x.ref FROM cadre x
  UNION ALL SELECT 'business', x.id_number_key, x.id_number_state, x.name, x.ref FROM business x
  UNION ALL SELECT 'student', x.id_number_key, x.id_number_state, x.name, x.ref FROM student x
  UNION ALL SELECT 'medical', x.id_number_key, x.id_number_state, x.name, x.ref FROM medical x
  UNION ALL SELECT 'dwelling', x.id_number_key, x.id_number_state, x.name, x.ref FROM dwelling x
  UNION ALL SELECT 'water', x.id_number_key, x.id_number_state, x.name, x.ref FROM water x
  UNION ALL SELECT 'death', x.id_number_key, x.id_number_state, x.name, x.ref FROM death x
  UNION ALL SELECT 'audit_suspect', x.id_number_key, x.id_number_state, x.name, x.ref FROM audit_suspect x
  UNION ALL SELECT 'hukou', x.id_number_key, x.id_number_state, x.name, x.ref FROM hukou x
  UNION ALL SELECT 'relocation', x.id_number_key, x.id_number_state, x.name, x.ref FROM relocation x
  UNION ALL SELECT 'loan', x.id_number_key, x.id_number_state, x.name, x.ref FROM loan x
  UNION ALL SELECT 'payment', x.id_number_key, x.id_number_state, x.name, x.ref FROM payment x
),
-- Names with a character that the exporting system could not write are no evidence of another name.
legible AS (
  SELECT n.* FROM naming n
  WHERE n.name NOT LIKE '%?%' AND n.name NOT LIKE '%�%' AND n.name NOT LIKE '%□%' AND n.name NOT LIKE '%*%'
),
entry AS (
  SELECT
    m.*,
    row_number() OVER (
      PARTITION BY m.household_no, m.id_key ORDER BY m.person_no NULLS LAST, m.name NULLS LAST, m.ref NULLS LAST
    ) AS place
  FROM member m
  WHERE m.name NOT LIKE '%?%' AND m.name NOT LIKE '%�%' AND m.name NOT LIKE '%□%' AND m.name NOT LIKE '%*%'
),
other AS (
  SELECT e.household_no, e.id_key, n.id_state, n.name, n.place, n.ref
  FROM entry e
  JOIN legible n ON n.id_key = e.id_key AND n.name <> e.name
  WHERE e.place = 1
),
other_name AS (
  SELECT x.household_no, x.id_key, string_agg(x.name, '、' ORDER BY x.name NULLS LAST) AS names
  FROM (SELECT DISTINCT o.household_no, o.id_key, o.name FROM other o) x
  GROUP BY x.household_no, x.id_key
),
other_place AS (
  SELECT x.household_no, x.id_key, string_agg(x.place, ',' ORDER BY x.place NULLS LAST) AS places
  FROM (SELECT DISTINCT o.household_no, o.id_key, o.place FROM other o) x
  GROUP BY x.household_no, x.id_key
),
other_row AS (
  SELECT
    o.household_no,
    o.id_key,
    max(CASE WHEN o.id_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded,
    string_agg(CAST(o.ref AS VARCHAR), ',' ORDER BY o.ref NULLS LAST) AS refs
  FROM other o
  GROUP BY o.household_no, o.id_key
)
SELECT
  e.household_no,
  e.name,
  e.id_number,
  e.county,
  e.township,
  e.village,
  n.names AS other_names,
  p.places,
  CASE WHEN e.id_state = 'upgraded' OR r.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  e.ref,
  r.refs
FROM entry e
JOIN other_name n ON n.household_no = e.household_no AND n.id_key = e.id_key
JOIN other_place p ON p.household_no = e.household_no AND p.id_key = e.id_key
JOIN other_row r ON r.household_no = e.household_no AND r.id_key = e.id_key
WHERE e.place = 1
