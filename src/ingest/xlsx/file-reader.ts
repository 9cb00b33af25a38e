import { close, fstat, open, read } from 'node:fs';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { RandomAccessReader } from 'yauzl';

const BLOCK_BYTES = 1 << 16;

/**
 * Reads ranges of an open file for yauzl. Its own reader hands offsets from the archive to `fs.read`, which throws on those
 * that no file can have (a damaged zip64 record), out of reach of any handler. Here they are an end of file.
 */
class FileReader extends RandomAccessReader {
  private readonly descriptor: number;
  private readonly size: number;

  constructor(descriptor: number, size: number) {
    super();
    this.descriptor = descriptor;
    this.size = size;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { descriptor } = this;
    let position = start;
    // Not a stream of `fs`: that one closes the file when it is destroyed.
    return new Readable({
      read(size) {
        const wanted = Math.min(Math.max(size, BLOCK_BYTES), end - position);
        if (wanted <= 0) {
          this.push(null);
          return;
        }
        read(descriptor, Buffer.allocUnsafe(wanted), 0, wanted, position, (error, count, block) => {
          if (error) this.destroy(error);
          else this.push(count === 0 ? null : block.subarray(0, count));
          position += count;
        });
      },
    });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    if (!(position >= 0 && position + length <= this.size)) {
      setImmediate(callback, null, 0);
      return;
    }
    read(this.descriptor, buffer, offset, length, position, callback);
  }

  override close(callback: (error: Error | null) => void): void {
    close(this.descriptor, callback);
  }
}

/** Opens a file for yauzl's `fromRandomAccessReader`, which closes it. */
export async function openFileReader(path: string): Promise<{ reader: RandomAccessReader; size: number }> {
  const descriptor = await promisify(open)(path, 'r');
  const { size } = await promisify(fstat)(descriptor);
  return { reader: new FileReader(descriptor, size), size };
}
