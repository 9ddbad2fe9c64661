import { and, asc, eq, isNull, or } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { Queryable } from "#db/client.ts";
import { guardianIdentities, guardians, persons } from "#db/schema/index.ts";
import { isAdult } from "../guardians/informing.ts";
import type { FederatedIdentity } from "./linked-identities.store.server.ts";

export interface FollowedChild {
  guardianId: string;
  firstName: string;
  /** What opens the follow-up of this child. */
  token: string;
}

/** `linkVersion`: of the link that proved the bond; null when the federation named the child. */
export async function linkGuardian(
  tx: Queryable,
  input: FederatedIdentity & { guardianId: string; linkVersion: number | null },
  now: Date,
): Promise<void> {
  const { provider, subject, guardianId, linkVersion } = input;
  await tx
    .insert(guardianIdentities)
    .values({ issuer: provider, subject, guardianId, linkVersion, linkedAt: now })
    .onConflictDoUpdate({
      target: [guardianIdentities.issuer, guardianIdentities.subject, guardianIdentities.guardianId],
      set: { linkVersion, linkedAt: now },
    });
}

/** The children whose follow-up this identity opens: not those come of age, nor those whose link was replaced since. */
export async function listFollowedChildren(
  { db, links }: { db: Queryable; links: LinkSigner },
  { provider, subject }: FederatedIdentity,
  now: Date,
): Promise<FollowedChild[]> {
  const rows = await db
    .select({
      guardianId: guardians.id,
      version: guardians.linkVersion,
      firstName: persons.firstName,
      birthDate: persons.birthDate,
    })
    .from(guardianIdentities)
    .innerJoin(guardians, eq(guardians.id, guardianIdentities.guardianId))
    .innerJoin(persons, eq(persons.id, guardians.pupilId))
    .where(
      and(
        eq(guardianIdentities.issuer, provider),
        eq(guardianIdentities.subject, subject),
        or(isNull(guardianIdentities.linkVersion), eq(guardianIdentities.linkVersion, guardians.linkVersion)),
      ),
    )
    .orderBy(asc(persons.firstName), asc(guardians.id))
    .limit(20);
  return rows
    .filter(({ birthDate }) => !isAdult(birthDate, parisDate(now)))
    .map(({ guardianId, version, firstName }) => ({
      guardianId,
      firstName,
      token: links.sign("guardian", guardianId, version),
    }));
}
