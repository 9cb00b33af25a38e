/*
id: DQ02
title: { zh: 性别与证件号不符, en: Sex differs from the ID number }
family: data-quality
severity: medium
clause: [(四)2]
subject: person
predicate:
  zh: 名册填写的性别与（有效的）证件号第 17 位表示的性别不同。
  en: The sex entered on the roster is not that of the 17th digit of the (valid) ID number.
needs: { person: [sex] }
absence: []
params: []
key: []
message:
  zh: "{name}名册性别为{sex}，证件号码表示的性别为{id_sex}"
  en: "{name} is entered as {sex}, but the ID number says {id_sex}"
evidence:
  sex: { zh: 名册性别, en: Sex on the roster, codes: person.sex }
  id_sex: { zh: 证件号表示的性别, en: Sex by the ID number, codes: person.sex }
verify:
  zh: 对照身份证、户口簿更正性别，或核实是否用了他人证件号。
  en: Compare with the identity card and correct the sex, or check whether the number is somebody else's.
*/
WITH told AS (
  SELECT
    m.*,
    -- GB 11643: the sequence code's last digit is odd for men.
    CASE WHEN mod(CAST(substr(m.id_key, 17, 1) AS INTEGER), 2) = 1 THEN 'male' ELSE 'female' END AS id_sex
  FROM member m
  WHERE m.id_key IS NOT NULL
)
SELECT
  t.household_no,
  t.name,
  t.id_number,
  t.county,
  t.township,
  t.village,
  t.sex,
  t.id_sex,
  CASE WHEN t.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  t.ref
FROM told t
WHERE t.sex IN ('male', 'female') AND t.sex <> t.id_sex
