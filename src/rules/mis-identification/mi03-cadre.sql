/*
id: MI03
title: { zh: 家中有现任村干部, en: Member is a serving village cadre }
family: mis-identification
severity: high
clause: [二.一]
subject: person
predicate:
  zh: 在册贫困户成员在核查日现任“不得纳入的村干部职务”之一。填了“是否现任”的以它为准，没填的看任职时间已到、离任时间未到或未填；委员等其他职务不列。
  en: A member of an active household serves on the as-of day in one of the cadre posts that bar registration. The serving column decides where it is filled, else whether the term has begun and has not ended; other posts, such as committee member, are not flagged.
needs: { cadre: [id_number, post, name?, township?, village?, started_on?, ended_on?, serving?], person: [exit_status] }
absence: []
params: []
key: [cadre_village]
message:
  zh: "{name}疑似现任{cadre_village}{post}[[，{started_on}任职]]"
  en: "{name} appears to be serving as {post} in {cadre_village}[[, since {started_on}]]"
evidence:
  post: { zh: 职务, en: Post, codes: cadre.post }
  cadre_village: { zh: 任职村, en: Village of office }
  started_on: { zh: 任职时间, en: Took office on }
  ended_on: { zh: 离任时间, en: Leaves office on }
verify:
  zh: 核实是否现任、任职起止时间；委员、社长等其他职务不在此列。政策用语为“原则上不能识别纳入”，由乡镇评议后决定。
  en: Check whether the person serves now, and since when; other posts such as committee member do not count. The policy says "in principle", so the township decides.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  c.post,
  coalesce(c.village, c.township) AS cadre_village,
  c.started_on,
  c.started_on_precision,
  c.ended_on,
  c.ended_on_precision,
  CASE WHEN m.id_state = 'upgraded' OR c.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  c.ref AS cadre_ref,
  m.ref AS member_ref
FROM active_member m
JOIN serving_cadre c ON c.id_key = m.id_key
