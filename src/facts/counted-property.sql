/*
name: counted_property
doc:
  zh: 计入的房产：权属现势，用途为住宅、商业或办公，性质不在豁免之列。
  en: Property that counts, its title in force, residential, commercial or office, and of no exempt nature.
params: []
*/
SELECT p.* FROM owned_property p WHERE p.in_force AND p.exempt_as IS NULL
