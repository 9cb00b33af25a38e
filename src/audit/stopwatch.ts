/** Seconds by stage, and the peak of memory: for the manifest's timings, which nothing else depends on. */
export class Stopwatch {
  readonly seconds: Record<string, number> = {};
  #last = process.hrtime.bigint();

  /** Ends the stage that ran since the last lap. */
  lap(stage: string): void {
    const now = process.hrtime.bigint();
    this.seconds[stage] = Number(now - this.#last) / 1e9;
    this.#last = now;
  }
}
