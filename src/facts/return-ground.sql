/*
name: return_ground
doc:
  zh: 脱贫户（2014—2017）须标注返贫的情形：因贫（或原因不明）辍学、主要住房 C/D 级、大病未治愈或慢性病开销大，且收入不高于 3500 元或收入不明。
  en: Why an exited household of the window must return, a dropout because of poverty or for no given reason, a main dwelling graded C or D, a medical gap, with income at or under the line or unknown.
params: [stable_income_line]
*/
SELECT h.household_no, g.gap, g.gap_person, g.gap_key, g.gap_detail, g.record_state, g.member_ref, g.gap_ref
FROM roster_household h
JOIN household_gap g ON g.household_no = h.household_no
WHERE h.exited_in_window
  AND (h.income IS NULL OR h.income <= $stable_income_line)
  AND (
    g.gap IN ('housing', 'medical')
    OR (g.gap = 'education' AND (g.gap_detail = 'poverty' OR g.gap_detail IS NULL))
  )
