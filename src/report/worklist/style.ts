import type { Style } from 'exceljs';
import { styles } from '../workbook/style.js';

/** How the cells of a worklist look; those to be filled in are yellow and free, all others locked. */

const YELLOW = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } } as const;
const GOLD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE699' } } as const;
const free = { locked: false } as const;

export const formStyles = {
  text: styles.long,
  number: { ...styles.countCentred },
  centred: {
    ...styles.centred,
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  },
  answer: {
    ...styles.long,
    fill: YELLOW,
    protection: free,
  },
  answerDay: { ...styles.date, fill: YELLOW, protection: free },
  answerHeader: { ...styles.header, fill: GOLD },
  band: { ...styles.section, alignment: { vertical: 'middle' } },
  answerBand: {
    ...styles.header,
    fill: GOLD,
  },
} as const satisfies Record<string, Partial<Style>>;
