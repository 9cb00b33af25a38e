/*
name: roster_household
doc:
  zh: 名册上的户（至少有一名在册成员）。户一级的值取贫困户信息表；没有则取户主一行；没有户主则取人编号、证件号最小的成员一行。
  en: A household of the roster with at least one member. A household-level value is the household sheet's; without one, that of the head's row; without a head, that of the first member by person number, then by ID number.
params: [exit_window]
*/
WITH member_row AS (
  SELECT
    p.*,
    row_number() OVER (
      PARTITION BY p.household_no
      ORDER BY CASE WHEN p.relation = 'head' THEN 0 ELSE 1 END NULLS LAST,
        p.person_no NULLS LAST, p.id_number NULLS LAST, p.name NULLS LAST, p.ref NULLS LAST
    ) AS place,
    -- A person is known by household and ID number: one entered twice in a household is one member.
    row_number() OVER (
      PARTITION BY p.household_no, coalesce(p.id_number_key, CAST(p.ref AS VARCHAR)) ORDER BY p.ref NULLS LAST
    ) AS time
  FROM person p
  WHERE p.member_status IS NULL OR p.member_status <> 'gone'
),
sheet AS (
  SELECT
    h.*,
    row_number() OVER (
      PARTITION BY h.household_no
      ORDER BY h.updated_on DESC NULLS LAST, h.exit_status NULLS LAST, h.head_id NULLS LAST, h.ref NULLS LAST
    ) AS place
  FROM household h
)
SELECT
  m.household_no,
  coalesce(s.county, m.county) AS county,
  coalesce(s.township, m.township) AS township,
  coalesce(s.village, m.village) AS village,
  CASE WHEN m.relation = 'head' THEN m.name ELSE coalesce(s.head_name, m.name) END AS head_name,
  CASE WHEN m.relation = 'head' THEN m.id_number ELSE coalesce(s.head_id, m.id_number) END AS head_id_number,
  c.members,
  coalesce(s.category, m.category) AS category,
  coalesce(s.exit_status, m.exit_status) AS exit_status,
  CAST(EXTRACT(YEAR FROM coalesce(s.exit_year, m.exit_year)) AS INTEGER) AS exit_year,
  coalesce(s.stable_income_per_capita, m.stable_income_per_capita) AS stable_income,
  coalesce(s.income_per_capita, m.income_per_capita) AS net_income,
  coalesce(
    s.stable_income_per_capita, m.stable_income_per_capita, s.income_per_capita, m.income_per_capita
  ) AS income,
  coalesce(s.dwelling_grade, m.dwelling_grade) AS dwelling_grade,
  coalesce(s.dangerous_dwelling, m.dangerous_dwelling) AS dangerous_dwelling,
  coalesce(s.safe_water, m.safe_water) AS safe_water,
  coalesce(s.cause, m.cause) AS cause,
  coalesce(s.income_wage, m.income_wage) AS income_wage,
  coalesce(s.income_business, m.income_business) AS income_business,
  coalesce(s.income_property, m.income_property) AS income_property,
  coalesce(s.income_transfer, m.income_transfer) AS income_transfer,
  coalesce(s.business_cost, m.business_cost) AS business_cost,
  coalesce(s.income_total, m.income_total) AS income_total,
  coalesce(s.income_net, m.income_net) AS income_net,
  coalesce(s.member_count, m.member_count) AS member_count,
  coalesce(s.helper, m.helper) AS helper,
  coalesce(s.relocated, m.relocated) AS relocated,
  coalesce(s.identified_on, m.identified_on) AS identified_on,
  CASE WHEN s.identified_on IS NOT NULL THEN s.identified_on_precision ELSE m.identified_on_precision END AS identified_on_precision,
  coalesce(s.updated_on, m.updated_on) AS updated_on,
  CASE WHEN s.updated_on IS NOT NULL THEN s.updated_on_precision ELSE m.updated_on_precision END AS updated_on_precision,
  coalesce(coalesce(s.exit_status, m.exit_status) IN ('poor', 'returned', 'pre-exit'), FALSE) AS active,
  coalesce(
    coalesce(s.exit_status, m.exit_status) = 'exited'
    AND EXTRACT(YEAR FROM coalesce(s.exit_year, m.exit_year)) BETWEEN $exit_window_from AND $exit_window_to,
    FALSE
  ) AS exited_in_window,
  coalesce(coalesce(s.exit_status, m.exit_status) = 'exited', FALSE) AS exited,
  m.ref,
  s.ref AS sheet_ref
FROM member_row m
LEFT JOIN sheet s ON s.household_no = m.household_no AND s.place = 1
JOIN (
  SELECT r.household_no, count(*) FILTER (WHERE r.time = 1) AS members FROM member_row r GROUP BY r.household_no
) c ON c.household_no = m.household_no
WHERE m.place = 1
