/*
name: payment_payee
doc:
  zh: 到户补贴中实际发放（金额大于零）、领款人证件号能用的，附名册上的户（两户都有的取编号小的）。账号去掉空格和短横线；不是数字的、被遮盖的、同一个数字重复的、18 位以上而第 15 位以后全是零的（电子表格丢了位数）不作账号。
  en: A payment that was made (of more than nothing) to a payee with a usable ID number, with the household of the roster that the payee belongs to (the lower number where there are two). The account is without spaces and hyphens; what is not all digits, or hidden, or one digit over and over, or of 18 digits and more with nothing but zeros after the 15th (lost in a spreadsheet), is no account.
params: []
*/
WITH digits AS (
  SELECT p.*, replace(replace(p.account, ' ', ''), '-', '') AS number
  FROM payment p
  WHERE p.id_number_key IS NOT NULL AND p.amount > 0
),
judged AS (
  SELECT
    d.*,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      d.number, '0', ''), '1', ''), '2', ''), '3', ''), '4', ''), '5', ''), '6', ''), '7', ''), '8', ''), '9', '') AS others
  FROM digits d
)
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
  CASE
    WHEN p.others <> '' OR replace(p.number, substr(p.number, 1, 1), '') = '' THEN NULL
    -- 15 digits are all that a spreadsheet keeps of a number; with two zeros or less that may well be chance.
    WHEN length(p.number) >= 18 AND replace(substr(p.number, 16), '0', '') = '' THEN NULL
    ELSE p.number
  END AS account,
  m.household_no,
  h.county,
  coalesce(h.township, p.township) AS township,
  coalesce(h.village, p.village) AS village
FROM judged p
LEFT JOIN (
  SELECT r.id_key, min(r.household_no) AS household_no FROM member r WHERE r.id_key IS NOT NULL GROUP BY r.id_key
) m ON m.id_key = p.id_number_key
LEFT JOIN roster_household h ON h.household_no = m.household_no
