/*
name: kept_household
doc:
  zh: 留给下一次核查的户情况：新近发生困难的户，保留它困难之前的情况和那一天，直到困难消除；其余为今天的情况。
  en: What is kept of the households for the next run, for one that a misfortune has befallen how it stood before and on which day, as long as that lasts, and for the others how they stand today.
params: [as_of]
*/
SELECT
  s.household_no,
  CASE WHEN p.household_no IS NULL THEN $as_of ELSE p.as_of END AS as_of,
  CASE WHEN p.household_no IS NULL THEN s.income ELSE p.income END AS income,
  CASE WHEN p.household_no IS NULL THEN s.education ELSE p.education END AS education,
  CASE WHEN p.household_no IS NULL THEN s.housing ELSE p.housing END AS housing,
  CASE WHEN p.household_no IS NULL THEN s.medical ELSE p.medical END AS medical,
  CASE WHEN p.household_no IS NULL THEN s.water ELSE p.water END AS water,
  CASE WHEN p.household_no IS NULL THEN s.breadwinner ELSE p.breadwinner END AS breadwinner
FROM household_standing s
LEFT JOIN (
  SELECT h.* FROM previous_household h WHERE h.household_no IN (SELECT m.household_no FROM misfortune m)
) p ON p.household_no = s.household_no
