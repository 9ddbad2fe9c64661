import { and, asc, gte, lte, notInArray, sql } from "drizzle-orm";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Queryable } from "#db/client.ts";
import { isLive } from "#db/conditions.ts";
import { applications } from "#db/schema/index.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { nextStatus } from "../application.ts";
import type { ApplicationRow } from "../applications.store.server.ts";
import { applyTransitions, type Transition } from "../apply-transition.server.ts";
import { applicationExpired, applicationLapsed } from "../events.ts";
import { lockWithSeats } from "../lock-for-action.server.ts";

/** Large enough to spread the cost of a transaction, small enough to hold its locks for a moment only. */
const AT_ONCE = 250;
/** As many that cannot be ended tell that something else is broken. */
const MAX_FAILURES = 100;

interface DueApplication {
  id: string;
  offerId: string;
  deadlineAt: Date | null;
}

export interface Sweep {
  ended: number;
  /** The limit was met: others may be due as well. */
  more: boolean;
}

/**
 * Ends the applications whose deadline has passed, oldest first: the host's silence expires them, the pupil's silence
 * frees the place that was kept. They are ended by batches, each one transaction, and judged again under their locks, so that
 * a sweep killed in the middle, run twice, or on several machines, ends each once. Until it is swept, an answer or a
 * confirmation a few minutes late still counts: this is kinder than a refusal. One that fails does not hold back those
 * behind it; it is thrown last.
 */
export async function sweepDeadlines(ctx: UseCaseContext, { limit }: { limit: number }): Promise<Sweep> {
  const failed = new Map<string, Error>();
  let [ended, seen] = [0, 0];
  let from: Date | null = null;
  while (seen < limit && failed.size < MAX_FAILURES) {
    const page = { from, except: [...failed.keys()], limit: Math.min(AT_ONCE, limit - seen) };
    const due = await findDue(ctx.db, ctx.clock.now(), page);
    ended += await endBatch(ctx, due, failed);
    seen += due.length;
    from = due.at(-1)?.deadlineAt ?? from;
    if (due.length < page.limit) break;
  }
  const [failure] = failed.values();
  if (failure) throw failure;
  return { ended, more: seen >= limit };
}

/**
 * The statuses are spelled as in `applications_deadline_index`: as parameters they would not match it. `from` spares the
 * walk over those just ended, which stay in the index until it is cleaned.
 */
function findDue(
  db: Queryable,
  now: Date,
  { from, except, limit }: { from: Date | null; except: string[]; limit: number },
): Promise<DueApplication[]> {
  return db
    .select({ id: applications.id, offerId: applications.offerId, deadlineAt: applications.deadlineAt })
    .from(applications)
    .where(
      and(
        sql.raw(isLive("applications")),
        lte(applications.deadlineAt, now),
        from ? gte(applications.deadlineAt, from) : undefined,
        except.length > 0 ? notInArray(applications.id, except) : undefined,
      ),
    )
    .orderBy(asc(applications.deadlineAt))
    .limit(limit);
}

/** Ends a batch; when it fails, its halves one after the other, down to the one at fault. */
async function endBatch(
  ctx: UseCaseContext,
  due: readonly DueApplication[],
  failed: Map<string, Error>,
): Promise<number> {
  const [first] = due;
  if (!first || failed.size >= MAX_FAILURES) return 0;
  try {
    return await endThoseDue(ctx, due);
  } catch (error) {
    if (due.length === 1) {
      failed.set(first.id, error instanceof Error ? error : new Error(String(error)));
      return 0;
    }
    const middle = Math.ceil(due.length / 2);
    const before = await endBatch(ctx, due.slice(0, middle), failed);
    return before + (await endBatch(ctx, due.slice(middle), failed));
  }
}

/** Leaves those on which someone acted meanwhile. The clock is read under the locks: what they did comes before in the history. */
function endThoseDue({ db, clock }: UseCaseContext, due: readonly DueApplication[]): Promise<number> {
  return db.transaction(async (tx) => {
    const locked = await lockWithSeats(tx, due);
    const now = clock.now();
    const endings = locked
      .filter(({ deadlineAt }) => deadlineAt !== null && deadlineAt <= now)
      .flatMap((application) => endingOf(application));
    await applyTransitions(tx, endings, now);
    return endings.length;
  });
}

const ENDINGS = [
  { action: "expire", definition: applicationExpired },
  { action: "lapse", definition: applicationLapsed },
] as const;

function endingOf(application: ApplicationRow): Transition[] {
  return ENDINGS.filter(({ action }) => nextStatus(application.status, action, "system")).map(
    ({ action, definition }) => {
      const event = newEvent(definition, { applicationId: application.id });
      return { application, action, event, actorId: null };
    },
  );
}
