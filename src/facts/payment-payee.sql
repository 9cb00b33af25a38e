/*
name: payment_payee
doc:
  zh: 到户补贴的领款人：证件号能用的，附名册上的户（两户都有的取编号小的）。
  en: A payment whose payee has a usable ID number, with the household of the roster that the payee belongs to (the lower number where there are two).
params: []
*/
SELECT
  p.ref,
  p.name,
  p.id_number,
  p.id_number_key AS id_key,
  p.id_number_state AS id_state,
  p.item,
  p.amount,
  p.paid_on,
  p.paid_on_precision,
  p.account,
  m.household_no,
  h.county,
  coalesce(h.township, p.township) AS township,
  coalesce(h.village, p.village) AS village
FROM payment p
LEFT JOIN (
  SELECT r.id_key, min(r.household_no) AS household_no FROM member r WHERE r.id_key IS NOT NULL GROUP BY r.id_key
) m ON m.id_key = p.id_number_key
LEFT JOIN roster_household h ON h.household_no = m.household_no
WHERE p.id_number_key IS NOT NULL
