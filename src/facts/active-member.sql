/*
name: active_member
doc:
  zh: 在册贫困户（未脱贫、返贫、预脱贫）的成员。
  en: A member of an active household (poor, returned or pre-exit).
params: []
*/
SELECT m.* FROM member m WHERE m.active
