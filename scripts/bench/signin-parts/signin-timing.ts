import { quantile } from "#app/kernel/quantile.ts";

export interface Comparison {
  /** Median of known minus median of unknown, in milliseconds. */
  difference: number;
  /** Where 95 % of the differences lie that other samples would give. */
  interval: readonly [number, number];
  /** The same difference between two halves of the unknown: what chance alone makes. */
  noise: number;
}

const RESAMPLES = 2000;
const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Percentile bootstrap of the difference of medians (Efron, 1979), from the random numbers given. */
export function compareDelays(
  known: readonly number[],
  unknown: readonly number[],
  random: () => number,
): Comparison {
  const drawn = (values: readonly number[]) =>
    values.map(() => values[Math.floor(random() * values.length)] ?? 0);
  const differences = Array.from({ length: RESAMPLES }, () => median(drawn(known)) - median(drawn(unknown)));
  const halves = [0, 1].map((half) => median(unknown.filter((_, index) => index % 2 === half)));
  return {
    difference: median(known) - median(unknown),
    interval: [quantile(differences, 0.025), quantile(differences, 0.975)],
    noise: Math.abs((halves[0] ?? 0) - (halves[1] ?? 0)),
  };
}
