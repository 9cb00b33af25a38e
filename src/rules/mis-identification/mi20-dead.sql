/*
id: MI20
title: { zh: 已死亡人员仍在册, en: Dead person still on the roster }
family: mis-identification
severity: high
clause: [(四)1]
subject: person
predicate:
  zh: 名册上的成员在死亡数据中，死亡日期（没有的用注销日期；只知年月的按该年、该月最后一天）距核查日超过“死亡后宽限天数”。
  en: A member of the roster is among the deaths, and the day of death (without one, the day struck off; known to the month or the year only, its last day) lies more than the days of grace before the as-of day.
needs: { death: [id_number, name?, died_on?, cancelled_on?] }
needs_any:
  -
    - death: [died_on]
    - death: [cancelled_on]
absence: []
params: [as_of, death_grace_days]
key: []
message:
  zh: "{name}[[疑似已于{died_on}死亡]][[!died_on|的户口已于{cancelled_on}注销，疑似死亡（也可能是迁出、参军等）]]，仍在册[[；死亡登记的姓名为{death_name}，与名册不同，先核实是否同一人]]"
  en: "{name} [[appears to have died on {died_on}]][[!died_on|was struck off the household register on {cancelled_on}, perhaps dead (or moved, or in the army),]] and is still on the roster[[; the death record names {death_name}: check first whether it is the same person]]"
evidence:
  died_on: { zh: 死亡日期, en: Died on }
  cancelled_on: { zh: 注销日期, en: Struck off on }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
  death_name: { zh: 死亡登记的姓名（与名册不同时）, en: "Name on the death record, if another" }
verify:
  zh: 核实是否本人死亡、是否证件号错录；属实的在系统中做自然减少，并核对死亡后是否仍发放补贴。
  en: Check that it is the same person and no mistyped ID; if so record the decrease, and whether anything was paid after the death.
*/
WITH latest_day AS (
  -- A death known to the month or the year only counts from the last day that it can have been.
  SELECT
    d.*,
    CASE coalesce(d.died_on_precision, d.cancelled_on_precision)
      WHEN 'year' THEN coalesce(d.died_on, d.cancelled_on) + to_years(1) - to_days(1)
      WHEN 'month' THEN coalesce(d.died_on, d.cancelled_on) + to_months(1) - to_days(1)
      ELSE coalesce(d.died_on, d.cancelled_on)
    END AS dead_by
  FROM death d
)
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  d.died_on,
  d.died_on_precision,
  d.cancelled_on,
  d.cancelled_on_precision,
  m.exit_status,
  CASE WHEN d.name <> m.name THEN d.name END AS death_name,
  CASE WHEN m.id_state = 'upgraded' OR d.id_number_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  d.ref AS death_ref,
  m.ref AS member_ref
FROM member m
JOIN latest_day d ON d.id_number_key = m.id_key
WHERE d.dead_by < $as_of - to_days(CAST($death_grace_days AS INTEGER))
