import type { Clock } from "#app/kernel/clock.ts";

/**
 * The life of a process that a test kills: loaded, it waits for the word, so that another takes its place at once. The word is
 * the instant at which its clock starts. `start` gives what ends it cleanly.
 */
export async function startWhenTold(start: (clock: Clock) => Promise<() => Promise<void>>): Promise<void> {
  // A test that is gone leaves nobody behind.
  process.once("disconnect", () => process.exit(0));
  process.send?.("loaded");
  const told = await new Promise<string>((resolve) => process.once("message", resolve));
  const ahead = Date.parse(told) - Date.now();
  const stop = await start({ now: () => new Date(Date.now() + ahead) });
  process.once("SIGTERM", () => void stop().then(() => process.exit(0)));
  process.send?.("ready");
}
