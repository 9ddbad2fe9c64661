import { and, eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { addDays, parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { affiliations } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import { endSessions } from "../../accounts/accounts.store.server.ts";
import { insertLink } from "../../accounts/links/links.store.server.ts";
import type { ActorContext } from "../../use-case.ts";
import type { ReplaceHeadFailure } from "../schools.failures.ts";
import { canSetUpSchool, roleAt } from "../schools.policy.ts";

export interface ReplaceHead {
  uai: string;
  /** Who heads the school until that day. */
  formerId: string;
  /** Who does from that day on: an invitation leaves for this address. */
  email: string;
  from: CalendarDate;
}

const FURTHEST_DAYS = 366;

/**
 * One head takes the place of another, in one act with its date: the former's access ends on the day that the successor's begins.
 * What is addressed to the head of the school (messages, the board, agreements made from then on) goes to whoever is on that day.
 */
export async function replaceHead(
  { db, clock, actor, origin }: ActorContext,
  { uai, formerId, email, from }: ReplaceHead,
): Promise<Result<void, ReplaceHeadFailure>> {
  const now = clock.now();
  const today = parisDate(now);
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  if (from < today || from > addDays(today, FURTHEST_DAYS)) return err({ code: "wrong_day" });
  return inTransaction(db, async (tx) => {
    const ended = await tx
      .update(affiliations)
      .set({ validTo: from })
      .where(
        and(
          eq(affiliations.personId, formerId),
          eq(affiliations.schoolUai, uai),
          eq(affiliations.role, "schoolHead"),
          affiliationInForce(today),
        ),
      )
      .returning({ id: affiliations.id });
    if (ended.length === 0) return err({ code: "not_found" });
    if (from === today) await endSessions(tx, formerId);
    const on = { kind: "person" as const, id: formerId };
    const as = roleAt(actor, uai);
    await appendAudit(tx, { actor, origin }, { action: "affiliation.ended", as, on }, now);
    const invitation = { purpose: "school_invitation", personId: null, email } as const;
    const school = { uai, role: "schoolHead", startsOn: from } as const;
    const linkId = await insertLink(tx, { ...invitation, school }, now);
    const invited = { action: "school_member.invited", as, on: { kind: "link", id: linkId } } as const;
    await appendAudit(tx, { actor, origin }, invited, now);
    return ok();
  });
}
