import { and, eq, inArray, sql } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import {
  applications,
  applicationWeeks,
  hostOrganisations,
  offers,
  pupilSituations,
} from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { lockPupil } from "../../applications/applications.store.server.ts";
import { appendAudit } from "../../audit/append-audit.server.ts";
import type { Campaign } from "../../campaigns/campaign.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";
import { roleAt, canSetUpSchool } from "../../schools/schools.policy.ts";
import type { ActorContext } from "../../use-case.ts";
import type { DeclaredSituation } from "./situation.schema.ts";
import type { DeclareSituationFailure } from "./situation.ts";

/**
 * The head or the office lets a pupil off, or welcomes them at school, on days of the internship. A confirmed place on these days
 * comes first: its host gives it back. Applications under way are left to the pupil: nobody withdraws them in their name.
 */
export async function declareSituation(
  { db, clock, actor, origin }: ActorContext,
  input: DeclaredSituation & { pupilId: string },
): Promise<Result<{ situationId: string }, DeclareSituationFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const campaign = await getCurrentCampaign(tx, now);
      const pupil = campaign && (await findSitting(tx, actor, input.pupilId, campaign.schoolYear));
      if (!campaign || !pupil || !canSetUpSchool(actor, pupil.schoolUai)) return err({ code: "not_found" });
      if (input.startsOn < campaign.startsOn || input.endsOn > campaign.endsOn)
        return err({ code: "outside", startsOn: campaign.startsOn, endsOn: campaign.endsOn });
      // Whoever confirms a place locks the pupil too: a place confirmed before is seen, one confirmed after counts first.
      await lockPupil(tx, pupil.id);
      const hostName = await findPlaceOn(tx, input, campaign);
      if (hostName !== null) return err({ code: "has_place", hostName });
      const { pupilId, ...declared } = input;
      const situationId = newId();
      await tx.insert(pupilSituations).values({
        ...declared,
        id: situationId,
        pupilId,
        campaignId: campaign.id,
        declaredAt: now,
        declaredBy: actor.personId,
      });
      const on = { kind: "person" as const, id: pupilId };
      const as = roleAt(actor, pupil.schoolUai);
      await appendAudit(tx, { actor, origin }, { action: "situation.declared", as, on }, now);
      return ok({ situationId });
    },
    { on: { pupil_situations_apart_excl: { code: "overlaps" } } },
  );
}

/** The host of a place that the pupil holds on one of these days. */
async function findPlaceOn(
  tx: Transaction,
  { pupilId, startsOn, endsOn }: { pupilId: string; startsOn: string; endsOn: string },
  campaign: Campaign,
): Promise<string | null> {
  const weeks = campaign.weeks
    .filter((week) => week.startsOn <= endsOn && startsOn <= week.endsOn)
    .map(({ week }) => week);
  if (weeks.length === 0) return null;
  const [place] = await tx
    .select({ hostName: hostOrganisations.name })
    .from(applicationWeeks)
    .innerJoin(applications, eq(applications.id, applicationWeeks.applicationId))
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .where(
      and(
        eq(applicationWeeks.pupilId, pupilId),
        eq(applicationWeeks.campaignId, campaign.id),
        inArray(applicationWeeks.week, weeks),
        sql`${applicationWeeks.state} = 'taken'`,
        sql`(select bool_and(g.status = 'cancelled') from agreements g
          where g.pupil_id = ${pupilId} and g.application_id = ${applications.id}) is not true`,
      ),
    )
    .limit(1);
  return place?.hostName ?? null;
}
