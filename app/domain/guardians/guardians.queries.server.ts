import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { Queryable } from "#db/client.ts";
import { guardianCodes, guardians, persons } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { Guardian } from "./guardian-follow-up.ts";
import { accessHashOf } from "./guardians.store.server.ts";
import { isAdult } from "./informing.ts";

/** Whose link this is; null for a token that we did not make, that a newer one replaced, or whose pupil has come of age. */
export async function findGuardianByLink(
  { db, clock, links }: Pick<UseCaseContext, "clock"> & { db: Queryable; links: LinkSigner },
  token: string,
): Promise<Guardian | null> {
  const link = links.read("guardian", token);
  if (!link) return null;
  const [row] = await db
    .select({
      id: guardians.id,
      pupilId: guardians.pupilId,
      pupilFirstName: persons.firstName,
      email: guardians.email,
      phone: guardians.phone,
      birthDate: persons.birthDate,
    })
    .from(guardians)
    .innerJoin(persons, eq(persons.id, guardians.pupilId))
    .where(and(eq(guardians.id, link.id), eq(guardians.linkVersion, link.version)));
  if (!row) return null;
  const { birthDate, ...guardian } = row;
  return isAdult(birthDate, parisDate(clock.now())) ? null : guardian;
}

/** Until when the letters are open to the holder of this secret; null when they are closed. */
export async function findLetterAccess(
  { db, clock }: Pick<UseCaseContext, "clock"> & { db: Queryable },
  input: { guardianId: string; secret: string },
): Promise<Date | null> {
  const [row] = await db
    .select({ expiresAt: guardianCodes.accessExpiresAt })
    .from(guardianCodes)
    .where(
      and(
        eq(guardianCodes.guardianId, input.guardianId),
        eq(guardianCodes.accessHash, accessHashOf(input.secret)),
        gt(guardianCodes.accessExpiresAt, clock.now()),
      ),
    );
  return row?.expiresAt ?? null;
}

/** Links of the demonstration's parents, for its panel: in production links are sent, never shown. */
export async function listDemonstrationLinks(
  { db, links }: { db: Queryable; links: LinkSigner },
  addresses: readonly string[],
): Promise<{ name: string; pupilFirstName: string; token: string }[]> {
  const rows = await db
    .select({
      id: guardians.id,
      name: guardians.name,
      version: guardians.linkVersion,
      pupilFirstName: persons.firstName,
    })
    .from(guardians)
    .innerJoin(persons, eq(persons.id, guardians.pupilId))
    .where(inArray(guardians.email, [...addresses]))
    .orderBy(asc(guardians.name), asc(guardians.id))
    .limit(10);
  return rows.map(({ id, version, ...row }) => ({ ...row, token: links.sign("guardian", id, version) }));
}
