import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { campaigns, helpReaders, helpRequests, persons } from "#db/schema/index.ts";
import { findPupilClass, listClassAdults } from "./school-adults.queries.server.ts";

/** What the link of an adult's e-mail shows: whose request, and nothing of what it says. */
export interface LinkedRequest {
  helpRequestId: string;
  personId: string;
  pupilFirstName: string;
  /** Someone has read what the pupil wrote last, or closed the request. */
  isRead: boolean;
}

/** The request of an adult's link; null once they follow the pupil's class no more. */
export async function getLinkedRequest(
  db: Queryable,
  readerId: string,
  now: Date,
): Promise<LinkedRequest | null> {
  const [row] = await db
    .select({
      helpRequestId: helpReaders.requestId,
      personId: helpReaders.personId,
      pupilId: helpRequests.pupilId,
      pupilFirstName: persons.firstName,
      waitingSince: helpRequests.waitingSince,
      schoolYear: campaigns.schoolYear,
    })
    .from(helpReaders)
    .innerJoin(helpRequests, eq(helpRequests.id, helpReaders.requestId))
    .innerJoin(campaigns, eq(campaigns.id, helpRequests.campaignId))
    .innerJoin(persons, eq(persons.id, helpRequests.pupilId))
    .where(eq(helpReaders.id, readerId));
  const pupilClass = row && (await findPupilClass(db, row.pupilId, row.schoolYear));
  if (!row || !pupilClass) return null;
  const adults = await listClassAdults(db, pupilClass, now);
  if (!adults.some(({ personId }) => personId === row.personId)) return null;
  const { helpRequestId, personId, pupilFirstName, waitingSince } = row;
  return { helpRequestId, personId, pupilFirstName, isRead: waitingSince === null };
}
