/*
id: AS02
title: { zh: 在册贫困户没有帮扶责任人, en: Active household without a helper }
family: assistance
severity: low
clause: [(二)12]
subject: household
predicate:
  zh: 在册贫困户（未脱贫、返贫、预脱贫）在名册“帮扶责任人”列和帮扶责任人信息表中都没有（截至核查日有效的）帮扶责任人；只提供了其中一份的，看这一份。
  en: An active household has no helper (whose help has not ended) in the roster's column nor in the helper list; where only one of them is given, that one decides.
needs:
  person: [exit_status]
  'helper?': [helper, helper_id?, unit?, post?, household_no?, head_id?, ended_on?]
needs_any:
  -
    - helper: [helper]
    - person: [helper]
absence: [helper]
params: []
key: []
message:
  zh: "{name}户（{exit_status}）没有帮扶责任人"
  en: "The household of {name} ({exit_status}) has no helper"
evidence:
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
  cause: { zh: 主要致贫原因, en: Main cause of poverty, codes: person.cause }
verify:
  zh: 核实是否已安排帮扶责任人而未录入；确无的，由组织部门安排。
  en: Check whether there is a helper who was not entered; if not, have one appointed.
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  h.exit_status,
  h.cause,
  h.ref,
  h.sheet_ref
FROM roster_household h
WHERE h.active
  AND h.helper IS NULL
  AND NOT EXISTS (SELECT 1 FROM helper_link l WHERE l.household_no = h.household_no)
