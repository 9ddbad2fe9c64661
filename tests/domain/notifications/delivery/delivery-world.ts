import { asc, eq, sql } from "drizzle-orm";
import { requestDelivery } from "#app/domain/outbox/request-delivery.server.ts";
import {
  startMailStandIn,
  type Interventions,
  type SendingRequest,
} from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { deliverMessages } from "#app/domain/notifications/delivery/deliver-messages.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Database } from "#db/client.ts";
import { messages, standInMails } from "#db/schema/index.ts";
import { jobContext, NOW } from "#tests/domain/notifications/messaging-world.ts";

export type NewMessage = Partial<typeof messages.$inferInsert>;

/** The pump on a stand-in of the provider, with a clock that only moves when it is told to, or when the pump waits. */
export async function deliveryWorld(db: Database, url: string, settings = {}) {
  const time = { now: NOW };
  const clock = { now: () => time.now };
  const advance = (ms: number) => {
    time.now = new Date(time.now.getTime() + ms);
    return Promise.resolve();
  };
  const interventions: Interventions = {};
  const requests: SendingRequest[] = [];
  const standIn = await startMailStandIn({ db, clock, interventions });
  const context: JobContext = jobContext(db, url, standIn.url, { clock, wait: advance, settings });
  let count = 0;

  return {
    context,
    clock,
    advance,
    interventions,
    requests,
    close: () => standIn.close(),
    reset() {
      delete interventions.refuse;
      interventions.beforeAnswer = (request) => void requests.push(request);
      requests.length = 0;
    },
    /** A pending message; the later it is written, the later it leaves. */
    async message(given: NewMessage = {}): Promise<string> {
      count += 1;
      const id = newId();
      await db.insert(messages).values({
        id,
        template: "essai",
        urgency: "immediate",
        priority: 1,
        channel: "email",
        recipient: `r${count}@example.org`,
        timeZone: "Europe/Paris",
        status: "pending",
        idempotencyKey: `event/essai/${count}`,
        subject: `Objet ${count}`,
        html: "<p>Bonjour</p>",
        text: "Bonjour",
        summary: "Bonjour",
        notBefore: NOW,
        createdAt: new Date(NOW.getTime() + count),
        ...given,
      });
      return id;
    },
    async load(id: string) {
      const [message] = await db.select().from(messages).where(eq(messages.id, id));
      if (!message) throw new Error(`No message ${id}`);
      return message;
    },
    deliver: (maxRequests = 20) => deliverMessages(context, "email", { maxRequests }),
    request: () => db.transaction((tx) => requestDelivery(tx, ["email"])),
    /** The delivery that comes next. */
    async nextJob() {
      const job = await takeJob(db);
      if (!job) throw new Error("No delivery is asked for.");
      return job;
    },
    /** Lets the time of the queue pass, job after job, until no delivery waits any more. */
    async untilNothingWaits(): Promise<number> {
      let runs = 0;
      for (let job = await takeJob(db); job; job = await takeJob(db)) {
        // The queue took a moment to answer: its own time has gone on.
        await advance(job.inMs + 1_000);
        await deliverMessages(context, job.channel);
        runs += 1;
      }
      return runs;
    },
    received: () => db.select().from(standInMails).orderBy(asc(standInMails.id)),
  };
}

/** The delivery that comes next, taken off the queue, with the time until its hour. */
export async function takeJob(db: Database) {
  const [job] = await db.execute<{ key: string; channel: "email" | "sms"; inMs: number }>(sql`
    select key, payload ->> 'channel' as channel,
      ceil(greatest(extract(epoch from run_at - now()) * 1000, 0))::float as "inMs"
    from graphile_worker._private_jobs where key like 'deliver%' order by run_at limit 1`);
  if (job) await db.execute(sql`select graphile_worker.remove_job(${job.key})`);
  return job ?? null;
}
