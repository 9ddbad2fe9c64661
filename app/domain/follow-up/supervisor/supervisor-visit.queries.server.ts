import { and, eq, isNull } from "drizzle-orm";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { Queryable } from "#db/client.ts";
import { presenceReports, schoolProfiles, schools } from "#db/schema/index.ts";
import { schoolContact } from "../../schools/profile/school-contact.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { todayAt } from "../placement-plan.ts";
import { findPlacement } from "../placements.store.server.ts";
import { presenceOfDay, type PresenceOfDay } from "../presence/presence.ts";
import { reportedBy } from "../reporter.server.ts";
import { isExpected, isLinkOpen, type SupervisorVisit } from "./supervisor-visit.ts";

/** The stay that this link opens; null for a link that we did not make, that was replaced, or whose stay is over or called off. */
export async function findVisitByLink(
  { db, clock, links }: Pick<UseCaseContext, "clock"> & { db: Queryable; links: LinkSigner },
  token: string,
): Promise<SupervisorVisit | null> {
  const link = links.read("supervisor", token);
  if (!link) return null;
  const scope = reportedBy(db, { side: "host", linkVersion: link.version });
  const placement = await findPlacement(db, link.id, { scope });
  const now = clock.now();
  if (!placement || !isLinkOpen(placement.plan, now)) return null;
  const [school] = await db
    .select({ name: schools.name, phone: schoolContact.weekPhone })
    .from(schools)
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .where(eq(schools.uai, placement.schoolUai));
  const { agreementId, pupilFirstName, hostName, linkVersion, plan } = placement;
  const today = todayAt(plan, now);
  return {
    agreementId,
    linkVersion,
    pupilFirstName,
    hostName,
    schoolName: school?.name ?? "",
    schoolPhone: school?.phone ?? null,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    today,
    expectedToday: isExpected(plan, today),
  };
}

/** What is known of the day that this visit falls on. */
export async function getPresenceToday(
  db: Queryable,
  { agreementId, today }: Pick<SupervisorVisit, "agreementId" | "today">,
): Promise<PresenceOfDay> {
  const rows = await db
    .select({
      kind: presenceReports.kind,
      side: presenceReports.side,
      reportedAt: presenceReports.reportedAt,
    })
    .from(presenceReports)
    .where(
      and(
        eq(presenceReports.agreementId, agreementId),
        eq(presenceReports.onDay, today),
        isNull(presenceReports.liftedAt),
      ),
    );
  return presenceOfDay(rows);
}
