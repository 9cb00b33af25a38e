import { type FileHandle, open } from 'node:fs/promises';

/** Writes a text file from front to back. */
export interface TextFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
  /** Lets go of the file without finishing it. Never throws; harmless after `close`. */
  abandon(): Promise<void>;
}

/** Characters gathered before they go to the disk. */
const GATHER = 1 << 18;

/** Creates a private UTF-8 file; it must not be there yet. Errors of the disk come out of `write` and `close` as they are. */
export async function createTextFile(path: string): Promise<TextFile> {
  const file: FileHandle = await open(path, 'wx', 0o600);
  let pending: string[] = [];
  let gathered = 0;
  const flush = async (): Promise<void> => {
    const text = pending.join('');
    pending = [];
    gathered = 0;
    if (text !== '') await file.writeFile(text);
  };
  return {
    async write(text) {
      pending.push(text);
      gathered += text.length;
      if (gathered >= GATHER) await flush();
    },
    async close() {
      try {
        await flush();
      } finally {
        await file.close();
      }
    },
    async abandon() {
      pending = [];
      await file.close().catch(() => undefined);
    },
  };
}
