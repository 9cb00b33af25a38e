/** Time by stage and the peak of memory: for the manifest's timings, on which nothing else depends. */
export class Stopwatch {
  readonly #stages: Record<string, number> = {};
  #last = process.hrtime.bigint();

  /** Ends the stage that ran since the last lap. */
  lap(stage: string): void {
    const now = process.hrtime.bigint();
    this.#stages[stage] = Number(now - this.#last) / 1e6;
    this.#last = now;
  }

  /** Stage → milliseconds, with those of each rule (given in seconds) and the process's peak memory in MiB. */
  milliseconds(rules: Readonly<Record<string, number>>): Record<string, number> {
    const rounded = (value: number): number => Math.round(value * 10) / 10;
    return {
      ...Object.fromEntries(Object.entries(this.#stages).map(([stage, time]) => [stage, rounded(time)])),
      ...Object.fromEntries(Object.entries(rules).map(([id, time]) => [`judge ${id}`, rounded(time * 1000)])),
      peak_memory_mib: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  }
}
