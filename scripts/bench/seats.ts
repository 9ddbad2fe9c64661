import { parseArgs } from "node:util";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import type { PeriodChoice } from "#app/domain/offers/offer.ts";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { systemClock } from "#app/kernel/clock.ts";
import { pick, seededRandom } from "#app/kernel/random.ts";
import type { Result } from "#app/kernel/result.ts";
import { openDatabase, type Database } from "#db/client.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { quantile } from "#app/kernel/quantile.ts";
import { createSeatsWorld, type SeatsWorld } from "./seats-world.ts";

const MOTIVATION = "J’aimerais découvrir comment une équipe s’organise chaque jour, et poser mes questions.";
const CHOICES: readonly PeriodChoice[] = ["both", 1, 2];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What every client has seen: milliseconds by step, refusals by code, exceptions that a user would have met. */
class Tally {
  readonly milliseconds = new Map<string, number[]>();
  readonly refusals = new Map<string, number>();
  readonly exceptions: string[] = [];

  async time<Value>(
    step: string,
    run: () => Promise<Result<Value, { code: string }>>,
  ): Promise<Value | null> {
    const start = performance.now();
    try {
      const outcome = await run();
      if (outcome.ok) {
        const known = this.milliseconds.get(step) ?? [];
        this.milliseconds.set(step, known);
        known.push(performance.now() - start);
        return outcome.value;
      }
      const code = `${step} : ${outcome.error.code}`;
      this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      this.exceptions.push(`${step} : ${String(cause)}`);
    }
    return null;
  }
}

/**
 * Two hundred clients on fifty offers with few seats: each applies, is accepted, confirms, and gives the place back, so that
 * the same seats are fought for during the whole run. Prints the confirmations per second, the delays, and what a recount of
 * the database says. Options: --clients, --seconds, --offers, --seats, --connections.
 */
export async function runSeatsBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: "string", default: "200" },
      seconds: { type: "string", default: "60" },
      offers: { type: "string", default: "50" },
      seats: { type: "string", default: "2" },
      connections: { type: "string", default: "20" },
    },
  });
  const [clients, seconds] = [Number(values.clients), Number(values.seconds)];
  const world = await createSeatsWorld({
    offers: Number(values.offers),
    seats: Number(values.seats),
    pupils: clients,
  });
  const handle = openDatabase(world.url, { max: Number(values.connections) });
  try {
    const tally = new Tally();
    const start = performance.now();
    const end = start + seconds * 1000;
    await Promise.all(
      world.pupils.map((pupil, number) => beClient(handle.db, world, { pupil, number, end, tally })),
    );
    report(tally, (performance.now() - start) / 1000, values);
    const broken = await checkInvariants(handle.db, [...INVARIANTS, PROJECTION]);
    const violations = broken.filter((invariant) => invariant.violations > 0);
    say(violations.length === 0 ? "Recompte : aucune règle rompue." : JSON.stringify(violations));
    if (violations.length > 0 || tally.exceptions.length > 0) process.exitCode = 1;
  } finally {
    await handle.close();
    await world.drop();
  }
}

interface Client {
  pupil: Actor;
  number: number;
  end: number;
  tally: Tally;
}

async function beClient(
  db: Database,
  world: SeatsWorld,
  { pupil, number, end, tally }: Client,
): Promise<void> {
  const random = seededRandom(number + 1);
  const asPupil = { db, clock: systemClock, actor: pupil };
  while (performance.now() < end) {
    const offer = pick(random, world.offers);
    const asHost = { db, clock: systemClock, actor: offer.host };
    const wish = { offerId: offer.id, motivation: MOTIVATION, choice: pick(random, CHOICES) };
    const sent = await tally.time("candidature", () => submitApplication(asPupil, wish));
    if (!sent) continue;
    const accepted = await tally.time("acceptation", async () => {
      const outcome = await acceptApplication(asHost, sent);
      return outcome.ok ? { ok: true, value: true } : outcome;
    });
    const confirmed = accepted && (await tally.time("confirmation", () => confirmPlacement(asPupil, sent)));
    if (confirmed)
      await tally.time("annulation", () => cancelPlacement(asHost, { ...sent, reason: "dates" }));
    else await tally.time("retrait", () => withdrawApplication(asPupil, sent));
  }
}

function report(tally: Tally, seconds: number, values: Record<string, string>): void {
  say(
    `${values.clients} clients, ${values.offers} offres de ${values.seats} places par semaine, ${values.connections} connexions, ${seconds.toFixed(0)} s`,
  );
  for (const [step, milliseconds] of tally.milliseconds) {
    const at = (share: number) => quantile(milliseconds, share).toFixed(1);
    say(
      `${step.padEnd(14)} ${String(milliseconds.length).padStart(7)} · ${(milliseconds.length / seconds).toFixed(0).padStart(5)}/s · p50 ${at(0.5)} ms · p99 ${at(0.99)} ms`,
    );
  }
  for (const [code, count] of tally.refusals) say(`refus          ${String(count).padStart(7)} · ${code}`);
  say(`Exceptions (interblocages compris) : ${tally.exceptions.length}`);
  for (const exception of tally.exceptions.slice(0, 5)) say(`  ${exception}`);
}
