/*
name: member
doc:
  zh: 名册上的在册成员（不含自然减少、清退、死亡），带所在户的属性、按证件号推算的年龄和劳动能力判断。证件号无效的仍是成员，年龄未知。
  en: A member of a roster household (those marked gone left out), with the household's standing, the age by the ID number on the as-of day, and labour capacity. A row without a valid ID is still a member, of unknown age.
params: [as_of, working_age]
*/
WITH aged AS (
  SELECT
    p.*,
    CAST(floor((
      EXTRACT(YEAR FROM $as_of) * 10000 + EXTRACT(MONTH FROM $as_of) * 100 + EXTRACT(DAY FROM $as_of)
      - CAST(substr(p.id_number_key, 7, 8) AS INTEGER)
    ) / 10000.0) AS INTEGER) AS age,
    coalesce((',' || p.health || ',') LIKE '%,serious,%', FALSE) AS serious,
    coalesce((',' || p.health || ',') LIKE '%,disabled,%', FALSE) AS health_disabled
  FROM person p
  WHERE p.member_status IS NULL OR p.member_status <> 'gone'
)
SELECT
  a.ref,
  a.household_no,
  h.county,
  h.township,
  h.village,
  a.person_no,
  a.name,
  a.sex,
  a.relation,
  a.id_number,
  a.id_number_key AS id_key,
  a.id_number_state AS id_state,
  a.age,
  a.phone,
  a.education,
  a.schooling,
  a.medical_insured,
  a.employee_insured,
  a.dibao,
  a.id_number_cert AS id_cert,
  a.labour,
  a.health,
  a.serious,
  a.health_disabled,
  a.health_disabled OR a.id_number_cert IS NOT NULL AS roster_disabled,
  coalesce(
    a.labour = 'able' AND a.age BETWEEN $working_age_from AND $working_age_to
    AND NOT a.serious AND NOT a.health_disabled,
    FALSE
  ) AS labour_capable,
  coalesce(a.labour IN ('lost', 'partial', 'none'), FALSE)
    OR coalesce(a.age < $working_age_from OR a.age > $working_age_to, FALSE) AS without_labour,
  h.category,
  h.exit_status,
  h.exit_year,
  h.income,
  h.stable_income,
  h.net_income,
  h.active,
  h.exited_in_window,
  h.exited,
  h.identified_on,
  h.identified_on_precision,
  h.sheet_ref
FROM aged a
JOIN roster_household h ON h.household_no = a.household_no
