import { and, eq, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { isLive } from "#db/conditions.ts";
import { affiliations, applications, campaigns, hostClaims, offers } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import { organisationsOf } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import type { LeaveFailure } from "../hosts.failures.ts";
import { findStanding } from "../hosts.store.server.ts";

/**
 * Someone who signed up as a host by mistake, or who has left, stops being one by their own hand; null stands for a host without
 * organisation yet. While colleagues remain nothing else changes; the last member leaves nobody waiting: no offer online, no
 * application to answer, no pupil to come. Of two last members who leave at once, the second stays. The account itself stays.
 */
export async function leaveOrganisation(
  { db, clock, actor, origin }: ActorContext,
  { organisationId }: { organisationId: string | null },
): Promise<Result<void, LeaveFailure>> {
  const { personId } = actor;
  const today = parisDate(clock.now());
  if (organisationId !== null && !organisationsOf(actor).includes(organisationId))
    return err({ code: "not_found" });
  return inTransaction(db, async (tx) => {
    if (organisationId !== null) {
      await findStanding(tx, organisationId, { lock: true });
      const left = await whatIsLeft(tx, { organisationId, personId }, today);
      if (left) return err({ code: left });
    }
    const ofOrganisation = organisationId
      ? eq(affiliations.organisationId, organisationId)
      : isNull(affiliations.organisationId);
    const ended = await tx
      .update(affiliations)
      .set({ validTo: today })
      .where(
        and(
          eq(affiliations.personId, personId),
          eq(affiliations.role, "employer"),
          ofOrganisation,
          affiliationInForce(today),
        ),
      )
      .returning({ id: affiliations.id });
    if (ended.length === 0) return err({ code: "not_found" });
    if (organisationId === null) await tx.delete(hostClaims).where(eq(hostClaims.personId, personId));
    const on = { kind: "person", id: personId } as const;
    const act = { action: "affiliation.ended", as: "employer", on } as const;
    await appendAudit(tx, { actor, origin }, act, clock.now());
    return ok();
  });
}

/** What nobody would answer for once this member is gone; null while a colleague does, or when there is nothing. */
async function whatIsLeft(
  tx: Transaction,
  { organisationId, personId }: { organisationId: string; personId: string },
  today: CalendarDate,
): Promise<"offers_online" | "pupils_expected" | null> {
  const colleagues = await tx.$count(
    affiliations,
    and(
      eq(affiliations.organisationId, organisationId),
      eq(affiliations.role, "employer"),
      ne(affiliations.personId, personId),
      affiliationInForce(today),
    ),
  );
  if (colleagues > 0) return null;
  const isOnline = and(
    eq(offers.organisationId, organisationId),
    inArray(offers.status, ["published", "submitted"]),
  );
  if ((await tx.$count(offers, isOnline)) > 0) return "offers_online";
  const [expected] = await tx
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .where(
      and(
        eq(offers.organisationId, organisationId),
        gte(campaigns.endsOn, today),
        sql`(${sql.raw(isLive("applications"))} or ${applications.status} = 'confirmed')`,
      ),
    )
    .limit(1);
  return expected ? "pupils_expected" : null;
}
