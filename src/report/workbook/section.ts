import { cell } from './cell.js';
import type { SheetWriter } from './file.js';
import { styles } from './style.js';

/** A heading with an empty row above it. */
export async function section(sheet: SheetWriter, title: string): Promise<void> {
  await sheet.row([cell('', {})], { height: 10 });
  await sheet.row([cell(title, styles.section)], { height: 20 });
}
