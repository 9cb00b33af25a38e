/*
name: barred_person
doc:
  zh: 有 MI01 至 MI05 所列情形之一的人：有计入的车辆或房产、现任村干部、财政供养、单位缴费的职工养老保险。
  en: Somebody to whom one of MI01 to MI05 applies, with a counted vehicle or property, in a barred cadre post, on the payroll, or insured through an employer.
params: []
*/
SELECT a.id_key FROM asset a
UNION
SELECT c.id_key FROM serving_cadre c
UNION
SELECT e.id_key FROM employer_insured e WHERE e.exempt_as IS NULL
