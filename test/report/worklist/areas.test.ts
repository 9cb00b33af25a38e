import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/findings/finding.js';
import { areasOf, fileName } from '../../../src/report/worklist/areas.js';
import type { Task } from '../../../src/report/worklist/worklist.js';
import { vehicleFinding } from '../fixture.js';

const task = (change: Partial<Finding>): Task => ({ finding: vehicleFinding(change), fingerprint: 'f' });
const by = (how: 'township' | 'village') => ({ by: how, lang: 'zh', asOf: '2017-07-31' }) as const;

describe('areasOf', () => {
  it('makes one a township, and one of what names none', () => {
    const areas = areasOf(
      [
        task({ finding_id: 'a', township: '南川乡' }),
        task({ finding_id: 'b', township: '', village: '' }),
        task({ finding_id: 'c', township: '白沙镇' }),
        task({ finding_id: 'd', township: '南川乡', county: '' }),
      ],
      by('township'),
    );
    expect(areas.map(({ file, area, tasks }) => [file, area, tasks.length])).toEqual([
      ['全县及未填乡镇-核实清单-2017-07-31', '全县及未填乡镇', 1],
      ['南川乡-核实清单-2017-07-31', '南川乡', 2],
      ['白沙镇-核实清单-2017-07-31', '白沙镇', 1],
    ]);
  });

  it('makes one a village, and one of what is about the township', () => {
    const areas = areasOf(
      [task({ village: '柳湾村' }), task({ village: '' }), task({ village: '北坡村' })],
      by('village'),
    );
    expect(areas.map(({ area }) => area)).toEqual(['白沙镇全乡镇及未填村', '白沙镇北坡村', '白沙镇柳湾村']);
  });

  it('tells townships of one name in two counties apart', () => {
    const areas = areasOf([task({ county: '清水县' }), task({ county: '丙县' })], by('township'));
    expect(areas.map(({ file }) => file)).toEqual([
      '丙县白沙镇-核实清单-2017-07-31',
      '清水县白沙镇-核实清单-2017-07-31',
    ]);
  });

  it('puts the findings of one household together, village by village', () => {
    const [area] = areasOf(
      [
        task({ finding_id: 'a', village: '柳湾村', household_no: '2', rule_id: 'DQ01' }),
        task({ finding_id: 'b', village: '柳湾村', household_no: '1' }),
        task({ finding_id: 'c', village: '柳湾村', household_no: '2', rule_id: 'AS01' }),
        task({ finding_id: 'd', village: '北坡村', household_no: '3' }),
      ],
      by('township'),
    );
    expect(area?.tasks.map(({ finding }) => finding.finding_id)).toEqual(['d', 'b', 'c', 'a']);
  });
});

describe('fileName', () => {
  it.each([
    ['城关镇', '城关镇'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['..\\..\\隐藏', '_.._隐藏'],
    ['CON', '_CON'],
    ['nul.核实', '_nul.核实'],
    ['结尾. .', '结尾'],
    ['\u0007', '_'],
    ['', '_'],
    ['长'.repeat(200), '长'.repeat(80)],
  ])('%s', (wanted, name) => {
    expect(fileName(wanted, new Set())).toBe(name);
  });

  it('is never twice the same, in whatever case', () => {
    const taken = new Set<string>();
    expect(['a镇', 'A镇', 'a/镇', 'a_镇'].map((name) => fileName(name, taken))).toEqual([
      'a镇',
      'A镇(2)',
      'a_镇',
      'a_镇(2)',
    ]);
  });
});
