import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { startMailStandIn, type Interventions } from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import type { Database } from "#db/client.ts";
import { messages, outboxEvents, standInMails } from "#db/schema/index.ts";
import { spawnWorker } from "#tests/crash/spawn-process.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  clock,
  createApplication,
  createWorld,
  NOW,
  PRIVATE,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";

/** The second worker starts late enough to take the first one for dead. */
const LATER = new Date(NOW.getTime() + 60_000);

/** Four processes start one after the other, on a machine that may be busy. */
const PATIENCE_MS = 90_000;

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function actorOf({ pupil, school }: World): Actor {
  const affiliation = {
    role: "pupil" as const,
    schoolUai: school.uai,
    organisationId: null,
    academyCode: null,
  };
  return { personId: pupil, firstName: "Inès", lastName: PRIVATE.lastName, affiliations: [affiliation] };
}

async function confirm(db: Database): Promise<void> {
  const world = await createWorld(db);
  const applicationId = await createApplication(db, world, "accepted");
  const confirmed = await confirmPlacement({ db, clock, actor: actorOf(world) }, { applicationId });
  expect(confirmed.ok).toBe(true);
}

/** Waits until every event is dispatched and every message sent. */
async function everythingSent(db: Database): Promise<void> {
  await expect
    .poll(
      async () => {
        const [row] = await db.execute<{ left: number }>(sql`
          select (select count(*) from ${outboxEvents} where dispatched_at is null)::int
            + (select count(*) from ${messages} where status in ('waiting', 'pending'))::int as left`);
        return row?.left;
      },
      { timeout: PATIENCE_MS / 2, interval: 50 },
    )
    .toBe(0);
}

async function expectOneMailEach(db: Database): Promise<void> {
  const rows = await db
    .select({ recipient: standInMails.recipient, subject: standInMails.subject })
    .from(standInMails);
  expect(rows.map(({ recipient }) => recipient).sort()).toEqual([
    "claire@example.org",
    "helene@example.org",
    PRIVATE.email,
    "omar@example.org",
    "sophie@example.org",
  ]);
}

describe("a worker killed between the confirmation and the e-mail", { timeout: PATIENCE_MS }, () => {
  describe("while the provider has the mail and has not answered yet", () => {
    const database = testDatabase();

    it("leaves exactly one e-mail per recipient to the worker that comes next", async () => {
      const { db, url } = database;
      const interventions: Interventions = {};
      let requests = 0;
      const held = new Promise<void>((resolve) => {
        interventions.beforeAnswer = () => {
          requests += 1;
          resolve();
          return new Promise(() => undefined);
        };
      });
      const standIn = await startMailStandIn({ db, clock, interventions });
      cleanups.push(() => standIn.close());
      const settings = { DATABASE_URL: url, RESEND_BASE_URL: standIn.url };

      const first = await spawnWorker(settings, NOW);
      cleanups.push(() => first.kill());
      await confirm(db);
      await held;
      await first.kill();
      expect(await db.$count(messages, sql`status = 'sent'`)).toBe(0);

      interventions.beforeAnswer = () => void (requests += 1);
      const second = await spawnWorker(settings, LATER);
      cleanups.push(() => second.stop());
      await everythingSent(db);
      await expectOneMailEach(db);
      // Five mails, more requests: what was on its way when the first worker died was asked for again.
      expect(requests).toBeGreaterThan(5);
    });
  });

  describe("before it has written any message", () => {
    const database = testDatabase();

    it("leaves exactly one e-mail per recipient to the worker that comes next", async () => {
      const { db, url } = database;
      const standIn = await startMailStandIn({ db, clock });
      cleanups.push(() => standIn.close());
      const settings = { DATABASE_URL: url, RESEND_BASE_URL: standIn.url };

      const first = await spawnWorker(settings, NOW);
      cleanups.push(() => first.kill());
      await confirm(db);
      await first.kill();

      const second = await spawnWorker(settings, LATER);
      cleanups.push(() => second.stop());
      await everythingSent(db);
      await expectOneMailEach(db);
    });
  });
});
