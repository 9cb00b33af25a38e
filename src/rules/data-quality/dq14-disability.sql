/*
id: DQ14
title: { zh: 残疾证号与健康状况不符, en: Disability number and health do not fit }
family: data-quality
severity: medium
clause: [(四)2]
subject: person
predicate:
  zh: 证件号为 20 位残疾证号，而健康状况填了却不含残疾；或健康状况含残疾，而残联数据中没有这个人（证件号有效的；残联数据中有同名而证件号有误的，改为低）。一种一条。
  en: The number is a 20-digit disability certificate, but the health entered has no disability; or the health has one, and the disability extract does not know the person (of a valid number; low where it has somebody of that name with a faulty one). One finding a kind.
needs:
  person: [health]
  'disability?': [id_number, name?]
absence: [disability]
params: []
key: [problem]
message:
  zh: "{name}：{problem}[[，健康状况填为{health}]][[；残联数据中有同名而证件号有误的人，先核实是否同一人：{extract_id_number}]]"
  en: "{name}: {problem}[[; health is entered as {health}]][[; the extract has somebody of the same name with a faulty ID number, check first whether it is the same person: {extract_id_number}]]"
evidence:
  problem: { zh: 问题, en: Problem, codes: disability.mismatch }
  health: { zh: 健康状况, en: Health, codes: person.health }
  extract_id_number: { zh: 残联数据中同名的人（有误）的证件号, en: Faulty ID number of a namesake in the disability extract }
verify:
  zh: 核对残疾证，更正健康状况，或由残联核实是否已办证。
  en: See the certificate and correct the health column, or have the federation check whether there is one.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  'certificate-only' AS problem,
  m.health,
  CAST(NULL AS VARCHAR) AS extract_id_number,
  'medium' AS severity,
  'exact' AS confidence,
  m.ref
FROM member m
WHERE m.id_cert IS NOT NULL AND m.health IS NOT NULL AND NOT m.health_disabled
UNION ALL
SELECT
  m.household_no, m.name, m.id_number, m.county, m.township, m.village, 'not-in-extract', m.health,
  n.id_number,
  CASE WHEN n.name IS NULL THEN 'medium' ELSE 'low' END,
  CASE WHEN n.name IS NOT NULL THEN 'probable' WHEN m.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END,
  m.ref
FROM member m
LEFT JOIN (
  SELECT d.name, min(d.id_number) AS id_number FROM disability d WHERE d.id_number_key IS NULL GROUP BY d.name
) n ON n.name = m.name
WHERE m.health_disabled
  AND m.id_key IS NOT NULL
  AND EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'disability')
  AND NOT EXISTS (SELECT 1 FROM disability d WHERE d.id_number_key = m.id_key)
