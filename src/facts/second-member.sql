/*
name: second_member
doc:
  zh: 第二套名册的在册成员，户一级的值取户主一行，没有户主取人编号、证件号最小的一行。
  en: A member of the second roster; household-level values are those of the head's row, else of the first member by person number, then by ID number.
params: []
*/
WITH entry AS (
  SELECT p.* FROM second_roster p WHERE p.member_status IS NULL OR p.member_status <> 'gone'
),
speaker AS (
  SELECT
    e.*,
    row_number() OVER (
      PARTITION BY e.household_no
      ORDER BY CASE WHEN e.relation = 'head' THEN 0 ELSE 1 END NULLS LAST,
        e.person_no NULLS LAST, e.id_number NULLS LAST, e.name NULLS LAST, e.ref NULLS LAST
    ) AS place
  FROM entry e
)
SELECT
  e.ref,
  e.household_no,
  coalesce(e.county, s.county) AS county,
  coalesce(e.township, s.township) AS township,
  coalesce(e.village, s.village) AS village,
  e.name,
  e.sex,
  e.id_number,
  e.id_number_key AS id_key,
  e.id_number_state AS id_state,
  s.id_number_key AS head_key,
  s.exit_status,
  CAST(EXTRACT(YEAR FROM s.exit_year) AS INTEGER) AS exit_year,
  s.category,
  s.stable_income_per_capita AS stable_income,
  s.income_per_capita AS net_income,
  coalesce(s.exit_status IN ('poor', 'returned', 'pre-exit'), FALSE) AS active
FROM entry e
JOIN speaker s ON s.household_no = e.household_no AND s.place = 1
