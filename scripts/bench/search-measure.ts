import { performance } from "node:perf_hooks";
import { quantile } from "#app/kernel/quantile.ts";

export interface Latency {
  p50: number;
  p95: number;
  p99: number;
}

/** Runs `work` on each item, one after the other, the first tenth unmeasured; milliseconds. */
export async function measure<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<Latency> {
  for (const item of items.slice(0, Math.ceil(items.length / 10))) await work(item);
  const times: number[] = [];
  for (const item of items) {
    const start = performance.now();
    await work(item);
    times.push(performance.now() - start);
  }
  return latencyOf(times);
}

export function latencyOf(times: readonly number[]): Latency {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}

/** Requests a second of so many clients that each ask again as soon as they are answered. */
export async function throughput<Item>(
  items: readonly Item[],
  clients: number,
  work: (item: Item) => Promise<unknown>,
  milliseconds = 4000,
): Promise<{ perSecond: number; latency: Latency }> {
  const times: number[] = [];
  const start = performance.now();
  let next = 0;
  const client = async () => {
    while (performance.now() - start < milliseconds) {
      const item = items[next++ % items.length] as Item;
      const asked = performance.now();
      await work(item);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: (1000 * times.length) / (performance.now() - start), latency: latencyOf(times) };
}

const figure = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0).padStart(8);

/** One line of a table: what was measured, and how many times slower than ours it is. */
export function line(label: string, { p50, p95, p99 }: Latency, ours?: Latency): string {
  const ratio = (theirs: number, own: number) => `× ${(theirs / own).toFixed(1)}`.padStart(9);
  const ratios = ours ? `${ratio(p50, ours.p50)} ${ratio(p99, ours.p99)}` : "";
  return `  ${label.padEnd(58)}${figure(p50)}${figure(p95)}${figure(p99)}  ${ratios}`;
}
