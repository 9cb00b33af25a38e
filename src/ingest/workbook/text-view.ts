import { TEXT_SLACK } from '../../engine/engine.js';

/** A text as a sink takes it: its UTF-8, and TEXT_SLACK bytes behind it. */
export function textView(text: string): DataView {
  const bytes = Buffer.from(text);
  const view = new DataView(new ArrayBuffer(bytes.length + TEXT_SLACK));
  bytes.copy(new Uint8Array(view.buffer));
  return view;
}

/** How many bytes of such a view are the text's. */
export const textLength = (view: DataView): number => view.byteLength - TEXT_SLACK;
