import { defaultLimits } from '../limits.js';
import { openCompoundFile } from './compound-file.js';
import { BIFF8, BOF } from './record-types.js';

/** `old-xls` is a workbook of Excel 5 or 95, or older; `encrypted` an .xlsx, .docx or .pptx with a password. */
export type CompoundKind = 'xls' | 'old-xls' | 'encrypted' | 'doc' | 'ppt' | 'other';

/**
 * Says what a compound file is, by the streams in its root; `place` is the file as errors name it. Throws HC1001, HC3003, HC3008, HC3011.
 */
export async function compoundKind(path: string, place: string): Promise<CompoundKind> {
  const file = await openCompoundFile(path, place, defaultLimits);
  try {
    if (file.has('WORKBOOK')) {
      const stream = await file.open('WORKBOOK');
      if (stream.size < 8) return 'xls';
      const head = Buffer.alloc(8);
      await stream.fill(head, 0);
      return head.readUInt16LE(0) === BOF && head.readUInt16LE(4) !== BIFF8 ? 'old-xls' : 'xls';
    }
    if (file.has('BOOK')) return 'old-xls';
    if (file.has('ENCRYPTEDPACKAGE')) return 'encrypted';
    if (file.has('WORDDOCUMENT')) return 'doc';
    return file.has('POWERPOINT DOCUMENT') ? 'ppt' : 'other';
  } finally {
    file.close();
  }
}
