import { fc } from "#tests/support/properties.ts";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { JobContext } from "#app/jobs/job-context.ts";
import { releaseDeferredMessages } from "#app/domain/notifications/schedule/release-deferred-messages.server.ts";
import { localDate, localHour } from "#app/kernel/local-time.ts";
import { messages } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { recipient, writeMessage } from "#tests/domain/notifications/written-message.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";

const RUNS = process.env.TEST_LONG ? 100 : 5;

const database = testDatabase();
const clock = fakeClock();
let machines: JobContext[];

beforeAll(() => {
  const context = jobContext(database.db, database.url, "http://127.0.0.1:9", { clock });
  machines = [1, 2, 3].map(() => ({ ...context, db: database.openPool(2) }));
});

const PEOPLE = [
  recipient({ email: "paris@example.org" }),
  recipient({ email: "reunion@example.org", timeZone: "Indian/Reunion" }),
  recipient({ email: "guadeloupe@example.org", timeZone: "America/Guadeloupe" }),
  recipient({ email: "noumea@example.org", timeZone: "Pacific/Noumea" }),
  recipient({ email: "taiohae@example.org", timeZone: "Pacific/Marquesas" }),
  recipient({ phone: "06 39 98 45 46", timeZone: "Pacific/Tahiti" }),
];

const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ write: fc.integer({ min: 0, max: PEOPLE.length - 1 }) }) },
  { weight: 3, arbitrary: fc.record({ minutes: fc.integer({ min: 1, max: 900 }) }) },
  { weight: 3, arbitrary: fc.record({ machines: fc.integer({ min: 1, max: 3 }) }) },
);

/** Nights, midnights and both changes of the clocks. */
const start = fc.constantFrom(
  "2027-03-01T23:00:00Z",
  "2027-03-27T18:00:00Z",
  "2027-06-30T10:00:00Z",
  "2027-10-30T18:00:00Z",
);

/** Who got a message of the class on which of their days, as the test saw it leave. */
class Witness {
  private readonly seen = new Set<string>();
  private readonly days = new Set<string>();

  async look(): Promise<void> {
    const left = await database.db
      .select({ id: messages.id, recipient: messages.recipient, timeZone: messages.timeZone })
      .from(messages)
      .where(and(eq(messages.status, "pending"), isNotNull(messages.recipient)));
    for (const message of left.filter(({ id }) => !this.seen.has(id))) {
      this.seen.add(message.id);
      const day = `${message.recipient} ${localDate(clock.now(), message.timeZone)}`;
      expect(localHour(clock.now(), message.timeZone), day).toBeGreaterThanOrEqual(7);
      expect(localHour(clock.now(), message.timeZone), day).toBeLessThan(21);
      expect(this.days.has(day), `a second message: ${day}`).toBe(false);
      this.days.add(day);
    }
  }
}

const pass = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000).toISOString());

it("never writes in quiet hours nor twice a day, and leaves nobody behind", async () => {
  await fc.assert(
    fc.asyncProperty(start, fc.array(command, { minLength: 5, maxLength: 25 }), async (instant, commands) => {
      await database.db.execute(sql`truncate messages cascade`);
      clock.set(instant);
      const witness = new Witness();
      for (const step of commands) {
        if ("write" in step)
          await writeMessage(machines[0] as JobContext, PEOPLE[step.write] ?? recipient(), {
            sms: "Une nouvelle.",
          });
        else if ("minutes" in step) pass(step.minutes);
        else
          await Promise.all(
            machines.slice(0, step.machines).map((machine) => releaseDeferredMessages(machine, 3)),
          );
        await witness.look();
      }
      for (let hour = 0; hour < 36; hour += 1) {
        pass(60);
        await releaseDeferredMessages(machines[0] as JobContext);
        await witness.look();
      }
      const waiting = await database.db.$count(
        messages,
        and(eq(messages.status, "waiting"), eq(messages.channel, "email")),
      );
      expect(waiting).toBe(0);
    }),
    { numRuns: RUNS },
  );
}, 600_000);
