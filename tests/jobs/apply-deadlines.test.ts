import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { applyDeadlines } from "#app/jobs/apply-deadlines.server.ts";
import { startWorker } from "#app/jobs/worker.server.ts";
import { applications, messages } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { createApplication, createWorld, jobContext } from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
const afterDeadline = { now: () => new Date("2027-03-13T09:00:00Z") };

const queued = (task: string) =>
  database.db.execute(sql`select id from graphile_worker.jobs where task_identifier = ${task}`);

it("asks for the next batch at once when one was full, and a worker carries it out and tells the pupil", async () => {
  const { db, url } = database;
  const context = { ...jobContext(db, url, "http://127.0.0.1:9"), clock: afterDeadline };
  const applicationId = await createApplication(db, await createWorld(db), "submitted");

  await applyDeadlines({ ...context, clock: { now: () => new Date("2027-03-12T08:59:59Z") } }, 1);
  expect(await queued("sweep_deadlines")).toHaveLength(0);
  await applyDeadlines(context, 1);
  expect(await queued("sweep_deadlines")).toHaveLength(1);
  const [row] = await db.select().from(applications).where(eq(applications.id, applicationId));
  expect(row).toMatchObject({ status: "expired", deadlineAt: null });

  const worker = await startWorker(context);
  const within = { timeout: 10_000, interval: 30 };
  await expect.poll(() => queued("sweep_deadlines"), within).toHaveLength(0);
  await expect.poll(() => db.$count(messages, eq(messages.template, "application-expired")), within).toBe(1);
  const scheduled = await db.execute(sql`select identifier from graphile_worker._private_known_crontabs`);
  expect(scheduled).toContainEqual({ identifier: "sweep_deadlines" });
  await worker.stop();
});
