/*
id: DD06
title: { zh: 两套名册家庭成员不一致, en: The two rosters differ about a household's members }
family: dual-dataset
severity: medium
clause: [(三)7]
subject: household
needs: { second_roster: [household_no, name, id_number], person: [household_no, name, id_number] }
params: []
key: []
message:
  zh: "{name}户在两套名册中的成员不一致[[；只在名册：{only_first}]][[；只在第二套名册：{only_second}]]"
  en: "The two rosters differ about the members of the household of {name}[[; on the roster only: {only_first}]][[; on the second only: {only_second}]]"
evidence:
  only_first: { zh: 只在名册的成员, en: On the roster only }
  only_second: { zh: 只在第二套名册的成员, en: On the second roster only }
  second_household: { zh: 第二套名册户编号, en: Household number on the second roster }
verify:
  zh: 核对家庭成员的增减（婚嫁、出生、死亡、分户）是否在两套名册中都已更新。
  en: Check whether changes of the family (marriage, birth, death, separation) are in both rosters.
*/
WITH second_household AS (
  SELECT DISTINCT s.household_no, s.head_key FROM second_member s
),
-- The same household by its number; where the second roster numbers households otherwise, by its head.
pair AS (
  SELECT h.household_no, coalesce(n.household_no, min(b.household_no)) AS second_household
  FROM roster_household h
  LEFT JOIN (SELECT DISTINCT x.household_no FROM second_household x) n ON n.household_no = h.household_no
  LEFT JOIN member head ON head.household_no = h.household_no AND head.id_key IS NOT NULL AND head.name = h.head_name
  LEFT JOIN second_household b ON n.household_no IS NULL AND b.head_key = head.id_key
  GROUP BY h.household_no, n.household_no
),
-- One person on both sides by ID number; where either has no usable one, by name.
only_first AS (
  SELECT p.household_no, string_agg(m.name, '、' ORDER BY m.name NULLS LAST) AS names, min(m.ref) AS ref
  FROM pair p
  JOIN member m ON m.household_no = p.household_no
  WHERE p.second_household IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM second_member s
      WHERE s.household_no = p.second_household
        AND (s.id_key = m.id_key OR ((s.id_key IS NULL OR m.id_key IS NULL) AND s.name = m.name))
    )
  GROUP BY p.household_no
),
only_second AS (
  SELECT p.household_no, string_agg(s.name, '、' ORDER BY s.name NULLS LAST) AS names, min(s.ref) AS ref
  FROM pair p
  JOIN second_member s ON s.household_no = p.second_household
  WHERE NOT EXISTS (
    SELECT 1 FROM member m
    WHERE m.household_no = p.household_no
      AND (s.id_key = m.id_key OR ((s.id_key IS NULL OR m.id_key IS NULL) AND s.name = m.name))
  )
  GROUP BY p.household_no
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  a.names AS only_first,
  b.names AS only_second,
  p.second_household,
  h.ref,
  a.ref AS first_ref,
  b.ref AS second_ref
FROM pair p
JOIN roster_household h ON h.household_no = p.household_no
LEFT JOIN only_first a ON a.household_no = p.household_no
LEFT JOIN only_second b ON b.household_no = p.household_no
WHERE a.names IS NOT NULL OR b.names IS NOT NULL
