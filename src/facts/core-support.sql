/*
name: core_support
doc:
  zh: 兜底对象：在保的农村一、二类低保人员，或在享的特困供养人员。
  en: Core support, in benefit on rural dibao of class 1 or 2, or on tekun.
params: []
*/
SELECT d.id_key, d.ref FROM dibao_benefit d WHERE d.rural AND d.class IN ('1', '2') AND d.id_key IS NOT NULL
UNION
SELECT t.id_key, t.ref FROM tekun_benefit t WHERE t.id_key IS NOT NULL
