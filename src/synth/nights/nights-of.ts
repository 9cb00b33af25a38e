import { addDays } from '../calendar.js';
import type { Block } from '../model.js';
import { blockWatch } from '../truth/block-watch.js';
import type { TrueFinding } from '../truth/finding.js';
import { advance } from './advance.js';
import type { NightlyBlock } from './nightly.js';

/** A block night by night, with what is found about its people tonight and was found the night before. */
export interface Nights extends NightlyBlock {
  /** The block and its findings the night before; absent in the first night. */
  readonly before?: { readonly block: Block; readonly found: readonly TrueFinding[] };
  readonly found: readonly TrueFinding[];
  /** Keys of the findings that stay with other evidence. */
  readonly changed: ReadonlySet<string>;
}

interface Span {
  readonly seed: number;
  /** Number of the block. */
  readonly index: number;
  /** The first night's day. */
  readonly asOf: string;
  readonly nights: number;
}

/** Takes a block from the first night to the last. */
export function nightsOf(first: Block, { seed, index, asOf, nights }: Span): Nights {
  const watch = blockWatch();
  let now: Nights = { first, tonight: first, found: watch.next(first, asOf), changed: new Set() };
  for (let night = 2; night <= nights; night += 1) {
    const day = addDays(asOf, night - 1);
    const { tonight, found } = now;
    const { block, changed } = advance(tonight, { seed, index, night, asOf: day, found });
    now = {
      first,
      before: { block: tonight, found },
      tonight: block,
      found: watch.next(block, day),
      changed,
    };
  }
  return now;
}
