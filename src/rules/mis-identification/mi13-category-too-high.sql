/*
id: MI13
title: { zh: 低保或特困属性户应按一般户, en: Household under dibao or tekun belongs under general }
family: mis-identification
severity: medium
clause: [二.二]
subject: household
predicate:
  zh: 名册上的户（不论是否脱贫）属性为低保户或特困户，但至少一名成员有劳动能力（普通劳动力，在“劳动年龄”之内，未患大病、无残疾），且至少一名证件号有效的成员既不享受农村一、二类低保，也不享受特困供养。
  en: A roster household, exited or not, is entered as dibao or tekun, yet at least one member is able to work (labour able, within the working age, no serious illness, not disabled), and at least one member with a valid ID number is neither on rural dibao of class 1 or 2 nor on tekun.
needs:
  person: [category, labour, id_number]
  dibao: [id_number, class, name?, head_id?, area?, status?, labour?]
  'tekun?': [id_number?, area?, status?]
absence: [dibao, tekun]
params: []
key: []
message:
  zh: "{name}户属性为{category}，但有健康且有劳动能力的成员（{able_names}），且未整户纳入兜底（{supported}/{members}人），疑似应按一般户对待"
  en: "The household of {name} is entered as {category}, yet has members able to work ({able_names}) and not everybody in core support ({supported} of {members}): it appears to belong under general"
evidence:
  category: { zh: 贫困户属性, en: Household category, codes: person.category }
  able_names: { zh: 有劳动能力的成员, en: Members able to work }
  members: { zh: 家庭成员数, en: Members }
  supported: { zh: 享受一二类低保或特困的人数, en: Members in core support }
verify:
  zh: 核实劳动能力和健康状况是否如实录入；家庭有身体健康且有劳动能力人员、仅个别成员享受一二类低保的，按一般户对待。
  en: Check labour capacity and health as entered; a household with healthy members able to work of whom only some are on class 1–2 dibao counts as general.
*/
WITH counted AS (
  SELECT
    m.household_no,
    count(*) AS members,
    count(*) FILTER (WHERE m.labour_capable) AS able,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM core_support c WHERE c.id_key = m.id_key)) AS supported,
    -- Of a member whose ID number cannot be matched it is not known.
    count(*) FILTER (
      WHERE m.id_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM core_support c WHERE c.id_key = m.id_key)
    ) AS unsupported,
    string_agg(CASE WHEN m.labour_capable THEN m.name END, '、' ORDER BY m.name NULLS LAST) AS able_names
  FROM member m
  GROUP BY m.household_no
),
deciding AS (
  SELECT m.household_no, m.ref FROM member m
  UNION
  SELECT m.household_no, c.ref FROM member m JOIN core_support c ON c.id_key = m.id_key
),
deciding_row AS (
  SELECT d.household_no, string_agg(CAST(d.ref AS VARCHAR), ',' ORDER BY d.ref NULLS LAST) AS refs
  FROM deciding d
  GROUP BY d.household_no
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  h.category,
  c.able_names,
  c.members,
  c.supported,
  h.sheet_ref,
  r.refs
FROM roster_household h
JOIN counted c ON c.household_no = h.household_no
JOIN deciding_row r ON r.household_no = h.household_no
WHERE h.category IN ('dibao', 'tekun') AND c.able > 0 AND c.unsupported > 0
