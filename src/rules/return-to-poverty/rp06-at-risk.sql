/*
id: RP06
title: { zh: 脱贫户新近发生多重困难，有返贫风险, en: Exited household newly in several kinds of trouble }
family: return-to-poverty
severity: medium
clause: [(四)1]
subject: household
predicate:
  zh: 户在“核查的脱贫年度”内脱贫，与上一次核查（--previous）相比，下列四项中有两项及以上：人均收入降幅达到“收入下降比例”；新出现教育、住房、医疗或饮水缺口（上次已知没有）；家中唯一有劳动能力的成员死亡；成员新评定为一、二级残疾（上次已知不是）。上次不知道的不比。发生困难的户一直与困难之前的情况对照，直到困难消除。
  en: A household exited in the exit years under review and, held against the previous run (--previous), two or more of four things have befallen it, an income per capita lower by the drop that counts or more; a gap in education, housing, medical care or water that was known not to be there; the death of its only member able to work; a member newly disabled at level 1 or 2 who was known not to be. What the previous run did not know is not compared. A household in trouble is held against how it stood before, until that is over.
needs:
  person: [exit_status, exit_year]
  previous_household: [household_no, as_of, income, education, housing, medical, water, breadwinner]
  'previous_member?': [household_no, member, severe]
  'student?': [id_number?]
  'disability?': [id_number?]
  'dwelling?': [grade?]
  'medical?': [id_number?]
  'water?': [safe?]
  'death?': [id_number?]
absence: [student, disability, dwelling, medical, water]
params: []
key: []
message:
  zh: "{name}户 {exit_year} 年脱贫，与{compared_on}相比{problems}[[；人均收入由{income_before}元降到{income}元，降{drop_percent}%]][[；新缺口：{new_gaps}]][[；死亡：{dead}]][[；新评残：{disabled}]]，疑似有返贫风险"
  en: "The household of {name}, exited in {exit_year}, has since {compared_on}: {problems}[[; income from {income_before} to {income} yuan, {drop_percent} % less]][[; new gaps: {new_gaps}]][[; died: {dead}]][[; disabled: {disabled}]]; it appears at risk of returning to poverty"
evidence:
  problems: { zh: 新发生的困难, en: What befell it, codes: risk.kind }
  income_before: { zh: 原人均收入（元）, en: Income before (yuan) }
  income: { zh: 现人均收入（元）, en: Income now (yuan) }
  drop_percent: { zh: 降幅（%）, en: Drop (%) }
  new_gaps: { zh: 新出现的缺口, en: New gaps, codes: guarantee.kind }
  dead: { zh: 死亡的劳动力姓名, en: Name of the worker who died }
  disabled: { zh: 新评残成员姓名, en: Names of the newly disabled }
  compared_on: { zh: 对照的核查日, en: Compared with the day }
  exit_year: { zh: 脱贫年度, en: Exit year }
verify:
  zh: 入户核实收入、缺口、死亡和残疾情况是否属实，是数据更正还是新发生；属实的按程序纳入监测帮扶，达到返贫条件的标注返贫。
  en: "Visit: are the income, the gap, the death and the disability real, and new, or was an entry put right? If so, watch and help the household; mark it as returned where it qualifies."
*/
WITH kind AS (
  SELECT DISTINCT m.household_no, m.misfortune FROM misfortune m
),
kinds AS (
  SELECT
    k.household_no,
    count(*) AS number,
    string_agg(k.misfortune, ',' ORDER BY k.misfortune NULLS LAST) AS problems,
    bool_or(k.misfortune = 'income') AS income_fell
  FROM kind k
  GROUP BY k.household_no
  HAVING count(*) >= 2
),
gaps AS (
  SELECT g.household_no, string_agg(g.gap, ',' ORDER BY g.gap NULLS LAST) AS gaps
  FROM (SELECT DISTINCT m.household_no, m.gap FROM misfortune m) g
  GROUP BY g.household_no
),
persons AS (
  SELECT
    p.household_no,
    string_agg(p.person_name, '、' ORDER BY p.person_name NULLS LAST) FILTER (WHERE p.misfortune = 'death') AS dead,
    string_agg(p.person_name, '、' ORDER BY p.person_name NULLS LAST) FILTER (WHERE p.misfortune = 'disability') AS disabled
  FROM (SELECT DISTINCT m.household_no, m.misfortune, m.person_name FROM misfortune m) p
  GROUP BY p.household_no
),
evidence_row AS (
  SELECT
    m.household_no,
    max(CASE WHEN m.record_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded,
    string_agg(CAST(m.ref AS VARCHAR), ',' ORDER BY m.ref NULLS LAST) AS refs
  FROM misfortune m
  GROUP BY m.household_no
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  k.problems,
  CASE WHEN k.income_fell THEN b.income END AS income_before,
  CASE WHEN k.income_fell THEN h.income END AS income,
  CASE WHEN k.income_fell THEN CAST(round(100 * (b.income - h.income) / b.income, 1) AS DECIMAL(6, 1)) END AS drop_percent,
  g.gaps AS new_gaps,
  p.dead,
  p.disabled,
  b.as_of AS compared_on,
  h.exit_year,
  CASE WHEN e.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  e.refs,
  h.sheet_ref,
  h.ref
FROM roster_household h
JOIN kinds k ON k.household_no = h.household_no
JOIN previous_household b ON b.household_no = h.household_no
JOIN persons p ON p.household_no = h.household_no
JOIN evidence_row e ON e.household_no = h.household_no
JOIN gaps g ON g.household_no = h.household_no
WHERE h.exited_in_window
