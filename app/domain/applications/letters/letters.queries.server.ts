import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Queryable } from "#db/client.ts";
import { applications, hostOrganisations, offers } from "#db/schema/index.ts";
import type { SentLetter } from "./sent-letter.ts";

const MOST_LETTERS = 10;

/** The pupil's last letters, whatever became of them; those to this offer's host may be sent again as they are. */
export async function listSentLetters(db: Queryable, actor: Actor): Promise<SentLetter[]> {
  const rows = await db
    .select({
      applicationId: applications.id,
      title: sql<string>`coalesce(${offers.title}, '')`,
      organisation: hostOrganisations.name,
      sentAt: applications.submittedAt,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .where(and(eq(applications.pupilId, actor.personId), ne(applications.status, "draft")))
    .orderBy(desc(applications.submittedAt), desc(applications.id))
    .limit(MOST_LETTERS);
  return rows.flatMap(({ sentAt, ...letter }) => (sentAt ? [{ ...letter, sentAt }] : []));
}

/** The text of one of the pupil's own letters; null for anyone else's. */
export async function getSentLetter(
  db: Queryable,
  actor: Actor,
  applicationId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ motivation: applications.motivation })
    .from(applications)
    .where(
      and(
        eq(applications.id, applicationId),
        eq(applications.pupilId, actor.personId),
        ne(applications.status, "draft"),
      ),
    );
  return row?.motivation ?? null;
}
