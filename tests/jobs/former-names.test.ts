import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { Logger, runOnce } from "graphile-worker";
import { beforeAll, expect, it } from "vitest";
import { createTasks } from "#app/jobs/tasks.server.ts";
import * as schema from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { createWorld, jobContext } from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
beforeAll(() => createWorld(database.db));

/** What the worker asks of the database when it finds a job of this name, which it then takes off the queue. */
async function workOf(name: string): Promise<string[]> {
  const { db, url } = database;
  const asked: string[] = [];
  const logger = { logQuery: (query: string) => void asked.push(query) };
  const context = jobContext(drizzle(db.$client, { schema, logger }), url, "http://127.0.0.1:9");
  await db.execute(sql`select graphile_worker.add_job(${name}, '{}'::json)`);
  await runOnce({
    connectionString: url,
    taskList: createTasks(context),
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
  expect(await db.execute(sql`select task_identifier from graphile_worker.jobs`)).toEqual([]);
  return asked;
}

/** The names that earlier versions gave to jobs: a queue may hold them when the next version starts. */
const SUCCESSORS = {
  release_good_hour: "release_deferred_messages",
  give_notices: "plan_reminders",
  give_alerts: "plan_alerts",
};

it.each(Object.entries(SUCCESSORS))("a job that waits as %s is done as %s", async (former, successor) => {
  const work = await workOf(successor);
  expect(work.length).toBeGreaterThan(0);
  expect(await workOf(former)).toEqual(work);
});
