import type { Block } from '../model.js';
import { riskWatch } from './at-risk.js';
import { blockTruth, placesIn } from './block-truth.js';
import { takeCensus } from './census.js';
import type { TrueFinding } from './finding.js';
import { assetWatch } from './vanished.js';

/** Watches a block from the first night on. */
export interface BlockWatch {
  /** @returns every finding about the block's people that a right audit makes that night, knowing the night before */
  next(block: Block, asOf: string): TrueFinding[];
}

export function blockWatch(): BlockWatch {
  const risks = riskWatch();
  const assets = assetWatch();
  return {
    next(block, asOf) {
      const census = takeCensus(block, asOf);
      const place = placesIn(census);
      const watched = [...risks.next(census), ...assets.next(census)];
      return [...blockTruth(census), ...watched.map((found) => ({ ...found, ...place(found.subject) }))];
    },
  };
}
