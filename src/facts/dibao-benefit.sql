/*
name: dibao_benefit
doc:
  zh: 在保的低保人员。家庭按户主身份证号归并，没有户主身份证号的单独成户。
  en: Somebody in dibao benefit. The benefit household is that of the head's ID number; without one, the person alone.
params: [as_of, working_age]
*/
WITH benefit AS (
  SELECT
    d.*,
    CAST(floor((
      EXTRACT(YEAR FROM $as_of) * 10000 + EXTRACT(MONTH FROM $as_of) * 100 + EXTRACT(DAY FROM $as_of)
      - CAST(substr(d.id_number_key, 7, 8) AS INTEGER)
    ) / 10000.0) AS INTEGER) AS age
  FROM dibao d
  WHERE d.status = 'active'
)
SELECT
  b.ref,
  b.name,
  b.id_number,
  b.id_number_key AS id_key,
  b.id_number_state AS id_state,
  coalesce(b.head_id_key, b.id_number_key, b.id_number) AS benefit_household,
  b.class,
  b.area = 'rural' AS rural,
  b.labour,
  b.age,
  coalesce(b.labour IN ('lost', 'partial', 'none'), FALSE)
    OR coalesce(b.age < $working_age_from OR b.age > $working_age_to, FALSE) AS without_labour,
  b.started_on,
  b.amount,
  b.township,
  b.village
FROM benefit b
