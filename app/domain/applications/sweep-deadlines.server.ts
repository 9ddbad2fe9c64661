import { and, asc, lte, sql } from "drizzle-orm";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import type { Queryable } from "#db/client.ts";
import { applications } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import { nextStatus, type ApplicationAction, type ApplicationStatus } from "./application.ts";
import { lockApplications } from "./applications.store.server.ts";
import { endApplication } from "./change-application.server.ts";
import type { ApplicationEvent } from "./events.ts";

interface DueApplication {
  id: string;
  offerId: string;
}

export interface Sweep {
  ended: number;
  /** The limit was met: others may be due as well. */
  more: boolean;
}

/**
 * Ends the applications whose deadline has passed, oldest first: the host's silence expires them, the pupil's silence
 * frees the place that was kept. Each is one transaction and is judged again under its locks, so that a sweep run twice,
 * or on several machines, ends each once. Until it is swept, an answer or a confirmation a few minutes late
 * still counts: this is kinder than a refusal. One that fails does not hold back those behind it; it is thrown last.
 */
export async function sweepDeadlines(ctx: UseCaseContext, { limit }: { limit: number }): Promise<Sweep> {
  const due = await findDue(ctx.db, ctx.clock.now(), limit);
  const failures: unknown[] = [];
  let ended = 0;
  for (const application of due) {
    try {
      if (await endIfDue(ctx, application)) ended += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { ended, more: due.length === limit };
}

/** The statuses are spelled as in `applications_deadline_index`: as parameters they would not match it. */
function findDue(db: Queryable, now: Date, limit: number): Promise<DueApplication[]> {
  return db
    .select({ id: applications.id, offerId: applications.offerId })
    .from(applications)
    .where(
      and(
        sql`${applications.status} in ('submitted', 'seen', 'accepted')`,
        lte(applications.deadlineAt, now),
      ),
    )
    .orderBy(asc(applications.deadlineAt))
    .limit(limit);
}

/** False when someone acted meanwhile. The clock is read under the locks: what they did comes before in the history. */
function endIfDue({ db, clock }: UseCaseContext, { id, offerId }: DueApplication): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockSeats(tx, [offerId]);
    const [application] = await lockApplications(tx, [id]);
    const now = clock.now();
    if (!application?.deadlineAt || application.deadlineAt > now) return false;
    const ending = endingOf(application.status, id);
    if (!ending) return false;
    await endApplication(tx, application, { ...ending, actorId: null, actorRole: "system" }, now);
    return true;
  });
}

const ENDINGS = [
  { action: "expire", type: "application.expired" },
  { action: "lapse", type: "application.lapsed" },
] as const satisfies { action: ApplicationAction; type: ApplicationEvent["type"] }[];

function endingOf(status: ApplicationStatus, applicationId: string) {
  for (const { action, type } of ENDINGS) {
    const to = nextStatus(status, action, "system");
    if (to) return { to, event: { type, applicationId } };
  }
  return null;
}
