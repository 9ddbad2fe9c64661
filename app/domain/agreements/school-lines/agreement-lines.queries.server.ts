import { and, eq, inArray, isNull } from "drizzle-orm";
import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import type { Queryable } from "#db/client.ts";
import { schoolImages, schoolProfiles, schools } from "#db/schema/index.ts";
import type { SchoolImageKind } from "../../schools/profile/school-profile.ts";
import { schoolContact } from "../../schools/profile/school-contact.server.ts";

/** What a new agreement takes from the school's profile: how to reach it, what it asks, its pictures by their fingerprints. */
export async function readAgreementLines(
  db: Queryable,
  uai: string,
): Promise<Partial<AgreementContent["school"]>> {
  const [row] = await db
    .select({
      email: schoolContact.email,
      phone: schoolContact.weekPhone,
      weekContact: schoolProfiles.weekContact,
      meetingPlace: schoolProfiles.meetingPlace,
      instructions: schoolProfiles.instructions,
    })
    .from(schools)
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .where(eq(schools.uai, uai));
  const images = await db
    .select({ kind: schoolImages.kind, sha256: schoolImages.sha256 })
    .from(schoolImages)
    .where(and(eq(schoolImages.schoolUai, uai), isNull(schoolImages.replacedAt)));
  const told = [...Object.entries(row ?? {}), ...images.map(({ kind, sha256 }) => [kind, sha256] as const)];
  return Object.fromEntries(told.filter(([, value]) => value));
}

/** The pictures that an agreement names, as they were when it was made. */
export async function readAgreementImages(
  db: Queryable,
  { uai, header, stamp }: Pick<AgreementContent["school"], "uai" | "header" | "stamp">,
): Promise<Partial<Record<SchoolImageKind, Uint8Array>>> {
  const named = [header, stamp].filter((sha256) => sha256 !== undefined);
  if (named.length === 0) return {};
  const rows = await db
    .select({ kind: schoolImages.kind, sha256: schoolImages.sha256, bytes: schoolImages.bytes })
    .from(schoolImages)
    .where(and(eq(schoolImages.schoolUai, uai), inArray(schoolImages.sha256, named)));
  const bytesOf = (kind: SchoolImageKind, sha256: string | undefined) =>
    rows.find((row) => row.kind === kind && row.sha256 === sha256)?.bytes;
  const found = { header: bytesOf("header", header), stamp: bytesOf("stamp", stamp) };
  return Object.fromEntries(Object.entries(found).filter(([, bytes]) => bytes !== undefined));
}
