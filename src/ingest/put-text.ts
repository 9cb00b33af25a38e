import { TEXT_SLACK } from '../engine/engine.js';

/** Takes the UTF-8 of a text, which is good only during the call and has TEXT_SLACK bytes behind its end. */
type TakesBytes = (column: number, source: DataView, start: number, end: number) => void;

/** Hands strings to what takes bytes. */
export function textPutter(put: TakesBytes): (column: number, text: string) => void {
  let bytes = Buffer.allocUnsafeSlow(1 << 10);
  let view = new DataView(bytes.buffer);
  return (column, text) => {
    const most = 3 * text.length + TEXT_SLACK;
    if (most > bytes.length) {
      bytes = Buffer.allocUnsafeSlow(2 * most);
      view = new DataView(bytes.buffer);
    }
    put(column, view, 0, bytes.write(text));
  };
}
