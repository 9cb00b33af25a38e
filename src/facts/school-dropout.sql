/*
name: school_dropout
doc:
  zh: 义务教育年龄的辍学或未入学成员：有学籍记录的看学籍，没有的看名册在校生状况。因残、智障辍学的和残疾的在 exempt_as 中注明，不算教育缺口。
  en: A member of compulsory-school age who dropped out or never enrolled, by the enrolment extract for those it knows, by the roster's schooling for the others. `exempt_as` marks what is no education gap, a reason of disability, or a disabled pupil.
params: [compulsory_age]
*/
WITH pupil AS (
  SELECT m.* FROM member m WHERE m.age BETWEEN $compulsory_age_from AND $compulsory_age_to
),
record AS (
  SELECT
    s.*,
    row_number() OVER (
      PARTITION BY s.id_number_key
      ORDER BY CASE WHEN s.status IN ('dropout', 'never-enrolled') THEN 0 ELSE 1 END NULLS LAST,
        s.dropped_on DESC NULLS LAST, s.status NULLS LAST, s.reason NULLS LAST, s.school NULLS LAST, s.ref NULLS LAST
    ) AS place,
    -- A pupil who is enrolled somewhere has gone back to school, whatever an older record says.
    max(CASE WHEN s.status IN ('enrolled', 'home') THEN 1 ELSE 0 END) OVER (PARTITION BY s.id_number_key) AS enrolled
  FROM student s
  WHERE s.id_number_key IS NOT NULL
),
dropout AS (
  SELECT p.*, r.status, r.reason, r.school, r.grade, r.dropped_on, r.dropped_on_precision,
    r.id_number_state AS record_state, r.ref AS gap_ref
  FROM pupil p
  JOIN record r ON r.id_number_key = p.id_key AND r.place = 1
  WHERE r.status IN ('dropout', 'never-enrolled') AND r.enrolled = 0
  UNION ALL
  SELECT p.*, p.schooling, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM pupil p
  WHERE p.schooling = 'dropout'
    AND NOT EXISTS (SELECT 1 FROM student s WHERE s.id_number_key = p.id_key)
)
SELECT
  d.household_no,
  d.name,
  d.id_number,
  d.id_key,
  d.id_state,
  d.record_state,
  d.age,
  d.status,
  d.reason,
  d.school,
  d.grade,
  d.dropped_on,
  d.dropped_on_precision,
  CASE
    WHEN d.reason IN ('disability', 'intellectual') THEN 'intellectual-or-disabled-reason'
    WHEN d.roster_disabled OR EXISTS (SELECT 1 FROM disability x WHERE x.id_number_key = d.id_key)
      THEN 'disabled-pupil'
  END AS exempt_as,
  d.ref,
  d.gap_ref
FROM dropout d
