/*
name: kept_member
doc:
  zh: 留给下一次核查的成员残疾情况；新近发生困难的户，保留困难之前的。
  en: What is kept of the members' disabilities for the next run; of a household that a misfortune has befallen, what was known before.
params: []
*/
SELECT s.household_no, s.id_key AS member, s.severe
FROM severe_disability s
WHERE s.household_no NOT IN (SELECT m.household_no FROM misfortune m)
UNION ALL
SELECT p.household_no, p.member, p.severe
FROM previous_member p
WHERE p.household_no IN (SELECT m.household_no FROM misfortune m)
