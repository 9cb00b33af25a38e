import { damaged } from '../failure.js';
import type { FileBytes } from './file-bytes.js';

/** Bytes that lie in pieces of one size here and there in a file. */
export interface ByteStream {
  readonly size: number;
  /** The file as errors name it. */
  readonly place: string;
  /** Fills `target` from the stream at `position`; all of it must lie within the stream. */
  fill(target: Buffer, position: number): Promise<void>;
}

/** The stream of that size made of the pieces of `pieceBytes` at `offsets`, of which there must be enough. */
export function createByteStream(
  file: FileBytes,
  { size, pieceBytes, offsets }: { size: number; pieceBytes: number; offsets: readonly number[] },
): ByteStream {
  return {
    size,
    place: file.place,
    fill: async (target, position) => {
      if (position + target.length > size)
        throw damaged({ place: file.place, part: 'ole' }, `< ${position} B`);
      for (let done = 0; done < target.length; ) {
        const at = position + done;
        let piece = Math.floor(at / pieceBytes);
        const offset = (offsets[piece] as number) + (at % pieceBytes);
        let length = pieceBytes - (at % pieceBytes);
        // Neighbours in the stream are mostly neighbours in the file.
        for (; done + length < target.length; piece++, length += pieceBytes)
          if (offsets[piece + 1] !== (offsets[piece] as number) + pieceBytes) break;
        const end = Math.min(done + length, target.length);
        await file.fill(target.subarray(done, end), offset);
        done = end;
      }
    },
  };
}
