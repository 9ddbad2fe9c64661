import { and, eq, inArray } from "drizzle-orm";
import { listClassAdults } from "#app/domain/help/school-adults.queries.server.ts";
import type { Queryable } from "#db/client.ts";
import { helpMessages, helpReaders, helpRequests, helpRequestSteps, persons } from "#db/schema/index.ts";
import { findPupilClass, type PupilClass } from "./pupil-class.queries.server.ts";

export interface HelpFacts {
  pupilId: string;
  pupilFirstName: string;
  isPrivate: boolean;
  pupilClass: PupilClass | null;
  /** Who was told, by person: what their one-tap link is signed from. */
  readers: ReadonlyMap<string, string>;
}

/** Who asks for help and who was told: neither the topic nor the words, which stay in the service. */
export async function getHelpFacts(db: Queryable, helpRequestId: string): Promise<HelpFacts | null> {
  const [row] = await db
    .select({
      pupilId: helpRequests.pupilId,
      campaignId: helpRequests.campaignId,
      isPrivate: helpRequests.isPrivate,
      pupilFirstName: persons.firstName,
    })
    .from(helpRequests)
    .innerJoin(persons, eq(persons.id, helpRequests.pupilId))
    .where(eq(helpRequests.id, helpRequestId));
  if (!row) return null;
  const { campaignId, ...request } = row;
  const readers = await db
    .select({ id: helpReaders.id, personId: helpReaders.personId })
    .from(helpReaders)
    .where(eq(helpReaders.requestId, helpRequestId));
  return {
    ...request,
    pupilClass: await findPupilClass(db, row.pupilId, campaignId),
    readers: new Map(readers.map(({ id, personId }) => [personId, id])),
  };
}

/** The adults who have read, answered or closed the request, else those who were told of it; only those who follow the class today. */
export async function listEngaged(
  db: Queryable,
  {
    helpRequestId,
    readers,
    pupilClass,
  }: Pick<HelpFacts, "readers" | "pupilClass"> & { helpRequestId: string },
  now: Date,
): Promise<string[]> {
  if (!pupilClass) return [];
  const steps = db
    .select({ personId: helpRequestSteps.actorId })
    .from(helpRequestSteps)
    .where(
      and(eq(helpRequestSteps.requestId, helpRequestId), inArray(helpRequestSteps.kind, ["read", "handled"])),
    );
  const answers = db
    .select({ personId: helpMessages.authorId })
    .from(helpMessages)
    .where(and(eq(helpMessages.requestId, helpRequestId), eq(helpMessages.fromPupil, false)));
  const involved = await steps.union(answers);
  const following = new Set((await listClassAdults(db, pupilClass, now)).map(({ personId }) => personId));
  const stillHere = (ids: readonly (string | null)[]) =>
    ids.filter((id): id is string => id !== null && following.has(id));
  const engaged = stillHere(involved.map(({ personId }) => personId));
  return engaged.length > 0 ? engaged : stillHere([...readers.keys()]);
}
