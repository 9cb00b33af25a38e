/*
name: counted_vehicle
doc:
  zh: 计入的车辆：在用，且不是摩托车、三轮汽车、低速货车、拖拉机、挂车、残疾人专用车（政策包可调）。
  en: A vehicle that counts, in use and not of an exempt class (motorcycle, tricycle, low-speed truck, tractor, trailer, wheelchair car, as the policy pack says).
params: []
*/
SELECT v.* FROM owned_vehicle v WHERE v.in_use AND v.exempt_as IS NULL
