import { type FileHandle, open } from 'node:fs/promises';
import { HechaError } from '../../errors.js';
import { damaged } from '../failure.js';

/** An open file of which ranges are read. */
export interface FileBytes {
  readonly size: number;
  /** The file as errors name it. */
  readonly place: string;
  /** Fills `target` from the file at `position`. Throws HC3003 when the file ends before, HC3011 when it cannot be read. */
  fill(target: Buffer, position: number): Promise<void>;
  close(): void;
}

/** Opens a file to read ranges of it. Throws HC1001 when there is none, HC3011 when it cannot be opened. */
export async function openFileBytes(path: string, place: string): Promise<FileBytes> {
  const unreadable = (error: unknown): HechaError =>
    new HechaError('HC3011', { place, detail: (error as NodeJS.ErrnoException).code ?? 'read' });
  const handle: FileHandle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new HechaError('HC1001', { path: place }) : unreadable(error);
  });
  const close = (): void => {
    // It was only read from: there is nothing left to lose when closing fails.
    handle.close().catch(() => undefined);
  };
  const { size } = await handle.stat().catch((error: unknown) => {
    close();
    throw unreadable(error);
  });
  return {
    size,
    place,
    fill: async (target, position) => {
      for (let done = 0; done < target.length; ) {
        const { bytesRead } = await handle
          .read(target, done, target.length - done, position + done)
          .catch((error: unknown) => {
            throw unreadable(error);
          });
        if (bytesRead === 0) throw damaged({ place, part: 'ole' }, `< ${position + target.length} B`);
        done += bytesRead;
      }
    },
    close,
  };
}
