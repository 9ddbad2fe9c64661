import { fc } from "#tests/support/properties.ts";
import { inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { applications } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { createService, type Service } from "./placement-service.ts";
import {
  FROM,
  freeSeats,
  step,
  sweep,
  type Choice,
  type Command,
  type Model,
  type Step,
} from "./placement-model.ts";

const COMMANDS = process.env.TEST_LONG ? 10_000 : 500;
const AT_ONCE = 4;
const CHECK_EVERY = 25;
/** Ended applications that commands may still meet; the older ones are forgotten by the model. */
const REMEMBERED = 12;

const database = testDatabase();

const KINDS = [
  ...(["submit", "submit", "submit", "submit", "submit", "submit", "see", "see", "decline"] as const),
  ...(["accept", "accept", "accept", "accept", "confirm", "confirm", "confirm", "cancel", "cancel"] as const),
  ...([
    "withdraw",
    "object",
    "restore",
    "restore",
    "transfer",
    "pause",
    "resume",
    "resume",
    "limit",
  ] as const),
];

const FITTING: Partial<Record<Command["do"], readonly ApplicationStatus[]>> = {
  ...FROM,
  restore: ["withdrawn"],
  transfer: ["submitted", "seen"],
};

/** A command before it is known which applications exist. */
interface Draw {
  kind: (typeof KINDS)[number];
  pupil: number;
  offer: number;
  choice: Choice;
  cap: number | null;
  which: number;
}

type Wave = { commands: Draw[] } | { hours: number } | { sweeps: number };

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pupil: fc.nat(7),
  offer: fc.nat(3),
  choice: fc.constantFrom<Choice[]>("both", 1, 2),
  cap: fc.constantFrom(null, null, null, 1, 2, 4),
  which: fc.nat(10_000),
});

const wave: fc.Arbitrary<Wave> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ commands: fc.array(draw, { minLength: 1, maxLength: AT_ONCE }) }) },
  { weight: 1, arbitrary: fc.record({ hours: fc.integer({ min: 1, max: 96 }) }) },
  { weight: 1, arbitrary: fc.record({ sweeps: fc.integer({ min: 1, max: 2 }) }) },
);

/**
 * Pupils, a host, representatives, deadlines: what they do at the same instant on several connections must be what the model
 * does in some order of the same commands. A failure prints its seed.
 */
it(`does what the model does, through ${COMMANDS} commands, up to ${AT_ONCE} at the same instant`, async () => {
  const waves = fc.array(wave, { minLength: COMMANDS, maxLength: COMMANDS, size: "max" });
  await fc.assert(
    fc.asyncProperty(waves, (drawn) => play(drawn)),
    { numRuns: 1, endOnFailure: true, asyncReporter: tellSeed },
  );
}, 1_800_000);

async function tellSeed(details: fc.RunDetails<[drawn: Wave[]]>): Promise<void> {
  if (!details.failed) return;
  const cause = details.errorInstance instanceof Error ? details.errorInstance.message : "";
  throw new Error(`The service left the model (fast-check seed ${details.seed}).\n${cause}`);
}

async function play(waves: Wave[]): Promise<void> {
  const service = await createService(database, AT_ONCE);
  let model = service.model;
  let sent = 0;
  for (const [number, drawn] of waves.entries()) {
    if (sent >= COMMANDS) break;
    service.clock.advanceDays(1 / 86_400);
    model = { ...model, now: service.clock.now().getTime() };
    if ("hours" in drawn) service.clock.advanceDays(drawn.hours / 24);
    else if ("sweeps" in drawn) model = await sweepAtOnce(service, model, drawn.sweeps);
    else {
      const commands = drawn.commands.flatMap((command, place) =>
        resolve(model, command, `${number}.${place}`),
      );
      model = await runAtOnce(service, model, commands);
      sent += commands.length;
    }
    if (number % CHECK_EVERY === 0) await expectTruth(service, model);
    model = forget(model);
  }
  await expectTruth(service, model);
}

/** Names the application that a command is about, among those that exist; without any, there is nothing to do. */
function resolve(model: Model, drawn: Draw, name: string): Command[] {
  const { kind, pupil, offer, choice, cap, which } = drawn;
  if (kind === "submit") return [{ do: kind, name, pupil, offer, choice }];
  if (kind === "pause" || kind === "resume") return [{ do: kind, offer }];
  if (kind === "limit") return [{ do: kind, offer, cap }];
  const about = choose(model, kind, which);
  if (about === undefined) return [];
  if (kind === "transfer") return [{ do: kind, name: about, offer, newName: name }];
  return [{ do: kind, name: about }];
}

/** Three times in four an application that the command fits, so that most commands do something; else any. */
function choose(model: Model, kind: Exclude<Command["do"], "submit">, which: number): string | undefined {
  const all = [...model.applications];
  const fitting = all.filter(([, { status }]) => (FITTING[kind] ?? []).includes(status));
  const among = which % 4 > 0 && fitting.length > 0 ? fitting : all;
  return among[Math.floor(which / 4) % Math.max(1, among.length)]?.[0];
}

async function runAtOnce(service: Service, model: Model, commands: Command[]): Promise<Model> {
  const outcomes = await Promise.all(commands.map((command, place) => service.run(command, place)));
  const explained = orders(commands.length)
    .map((order) => replay(model, commands, outcomes, order))
    .filter((outcome) => outcome !== null);
  const before = new Map(commands.map((command) => ["name" in command ? command.name : "", null]));
  const actual = await service.read();
  for (const candidate of explained) if (differences(candidate, actual).length === 0) return candidate;
  const told = commands.map((command, place) => `${JSON.stringify(command)} → ${outcomes[place]}`);
  const known = [...before.keys()].map((name) => `${name}: ${JSON.stringify(model.applications.get(name))}`);
  const gaps = explained.map((candidate) => differences(candidate, actual).join("; "));
  throw new Error(
    [
      `No order of these commands explains what happened:`,
      ...told,
      "before:",
      ...known,
      "gaps:",
      ...gaps,
    ].join("\n"),
  );
}

/** The model after these commands in this order, when each ends there as it ended in the service. */
function replay(model: Model, commands: Command[], outcomes: string[], order: number[]): Model | null {
  let current = model;
  for (const place of order) {
    const command = commands[place];
    if (!command) return null;
    const result: Step = step(current, command);
    if (result.outcome !== outcomes[place]) return null;
    current = result.model;
  }
  return current;
}

function orders(length: number): number[][] {
  if (length === 0) return [[]];
  return orders(length - 1).flatMap((order) =>
    Array.from({ length }, (_, place) => [...order.slice(0, place), length - 1, ...order.slice(place)]),
  );
}

/** Sweeps on several machines at once end each application once. */
async function sweepAtOnce(service: Service, model: Model, machines: number): Promise<Model> {
  const swept = sweep(model);
  const reports = await Promise.all(
    service.contexts.slice(0, machines).map((context) => sweepDeadlines(context, { limit: 500 })),
  );
  expect(reports.reduce((sum, { ended }) => sum + ended, 0)).toBe(swept.ended);
  expect(differences(swept.model, await service.read())).toEqual([]);
  return swept.model;
}

function differences(model: Model, actual: Awaited<ReturnType<Service["read"]>>): string[] {
  const found: string[] = [];
  for (const [name, expected] of model.applications) {
    const status = actual.statuses.get(name);
    if (status !== expected.status) found.push(`${name} is ${status}, not ${expected.status}`);
  }
  for (const [offer, weeks] of actual.free.entries())
    for (const week of [1, 2] as const) {
      const expected = freeSeats(model, offer, week);
      if (weeks[week] !== expected)
        found.push(`offer ${offer} has ${weeks[week]} free seats in week ${week}, not ${expected}`);
    }
  // Two limits set at the same instant succeed in either order: what is stored says which came last.
  for (const [offer, { published, cap }] of actual.settings.entries()) {
    const expected = model.offers[offer];
    if (published !== expected?.published) found.push(`offer ${offer} is published: ${published}`);
    if (cap !== expected?.cap) found.push(`offer ${offer} is limited to ${cap}, not ${expected?.cap}`);
  }
  return found;
}

function forget(model: Model): Model {
  const ended = [...model.applications].filter(
    ([, { status }]) => !["submitted", "seen", "accepted", "confirmed"].includes(status),
  );
  if (ended.length <= REMEMBERED) return model;
  const applications = new Map(model.applications);
  for (const [name] of ended.slice(0, ended.length - REMEMBERED)) applications.delete(name);
  return { ...model, applications };
}

async function expectTruth(service: Service, model: Model): Promise<void> {
  const reports = await checkInvariants(database.db, [...INVARIANTS, PROJECTION]);
  const broken = reports.filter(({ violations }) => violations > 0);
  if (broken.length > 0) throw new Error(`Broken: ${JSON.stringify(broken)}`);
  const live = [...model.applications].filter(([, { deadlineAt }]) => deadlineAt !== null);
  const ids = live.map(([name]) => service.idOf(name));
  const rows = await database.db
    .select({ id: applications.id, deadlineAt: applications.deadlineAt })
    .from(applications)
    .where(inArray(applications.id, ids));
  const deadlines = new Map(rows.map(({ id, deadlineAt }) => [id, deadlineAt?.getTime()]));
  for (const [name, { deadlineAt }] of live) expect(deadlines.get(service.idOf(name))).toBe(deadlineAt);
}
