import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { agreements, agreementVersions, hostOrganisations, persons } from "#db/schema/index.ts";
import type { AgreementStatus } from "../agreements/agreement.ts";
import { hoursGridSchema } from "../hours/hours-grid.schema.ts";
import type { PlacementPlan } from "./placement-plan.ts";

/** A pupil's stay at one host, by the agreement that settles it. */
export interface Placement {
  agreementId: string;
  applicationId: string | null;
  campaignId: string;
  pupilId: string;
  pupilFirstName: string;
  schoolUai: string;
  status: AgreementStatus;
  hostName: string;
  linkVersion: number;
  plan: PlacementPlan;
}

/** What the content of an agreement says of when and where; read there alone. */
export const PLAN = {
  startsOn: sql<string>`${agreementVersions.content} ->> 'startsOn'`,
  endsOn: sql<string>`${agreementVersions.content} ->> 'endsOn'`,
  hoursGrid: sql<unknown>`${agreementVersions.content} -> 'hoursGrid'`,
  postcode: sql<string>`${agreementVersions.content} #>> '{host,postcode}'`,
};

type PlanRow = { startsOn: string; endsOn: string; hoursGrid: unknown; postcode: string };

export function planOf({ startsOn, endsOn, hoursGrid, postcode }: PlanRow): PlacementPlan {
  return { startsOn, endsOn, hoursGrid: hoursGridSchema.parse(hoursGrid), postcode };
}

/** The version of an agreement that holds. */
export function currentVersion(): SQL | undefined {
  return and(
    eq(agreementVersions.agreementId, agreements.id),
    eq(agreementVersions.version, agreements.currentVersion),
  );
}

/**
 * The stay that meets this condition besides, or null. With `lock`, nobody else changes or reports anything of it until the
 * transaction ends.
 */
export async function findPlacement(
  db: Queryable,
  agreementId: string,
  { lock = false, scope }: { lock?: boolean; scope?: SQL } = {},
): Promise<Placement | null> {
  const base = db
    .select({ id: agreements.id })
    .from(agreements)
    .where(and(eq(agreements.id, agreementId), scope));
  const [found] = await (lock ? base.for("update") : base);
  if (!found) return null;
  const [row] = await db
    .select({
      agreementId: agreements.id,
      applicationId: agreements.applicationId,
      campaignId: agreements.campaignId,
      pupilId: agreements.pupilId,
      pupilFirstName: persons.firstName,
      schoolUai: agreements.schoolUai,
      status: agreements.status,
      hostName: hostOrganisations.name,
      linkVersion: agreements.supervisorLinkVersion,
      plan: PLAN,
    })
    .from(agreements)
    .innerJoin(agreementVersions, currentVersion())
    .innerJoin(persons, eq(persons.id, agreements.pupilId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, agreements.organisationId))
    .where(eq(agreements.id, found.id));
  if (!row) return null;
  const { plan, ...placement } = row;
  return { ...placement, plan: planOf(plan) };
}
