import yauzl from 'yauzl';

/** The parts of a workbook as texts, by name. */
export function partsOf(path: string): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    yauzl.open(path, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault);
          parts.set(entry.fileName, Buffer.concat(await stream.toArray()).toString());
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}
