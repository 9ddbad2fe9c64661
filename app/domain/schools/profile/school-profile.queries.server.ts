import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { Queryable } from "#db/client.ts";
import {
  boardDeliberations,
  persons,
  schoolImages,
  schoolProfileChanges,
  schoolProfiles,
  schools,
} from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import { canSetUpSchool, schoolsSetUpBy } from "../schools.policy.ts";
import type { ProfileLines, SchoolImageKind, SchoolProfile } from "./school-profile.ts";

const CHANGES_SHOWN = 20;

/** The schools whose profile this person keeps, by name. */
export async function listProfiledSchools({
  db,
  actor,
}: Pick<ActorContext, "db" | "actor">): Promise<{ uai: string; name: string }[]> {
  const uais = schoolsSetUpBy(actor);
  if (uais.length === 0) return [];
  return db
    .select({ uai: schools.uai, name: schools.name })
    .from(schools)
    .where(inArray(schools.uai, uais))
    .orderBy(asc(schools.name), asc(schools.uai))
    .limit(20);
}

/** The profile of a school, for its office and its head; null for anybody else. */
export async function getSchoolProfile(
  { db, clock, actor }: ActorContext,
  uai: string,
): Promise<SchoolProfile | null> {
  if (!canSetUpSchool(actor, uai)) return null;
  const campaign = await getCurrentCampaign(db, clock.now());
  const schoolYear = campaign?.schoolYear ?? null;
  const [found] = await db
    .select({ school: schools, profile: schoolProfiles, deliberatedOn: boardDeliberations.deliberatedOn })
    .from(schools)
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .leftJoin(
      boardDeliberations,
      and(eq(boardDeliberations.schoolUai, schools.uai), eq(boardDeliberations.schoolYear, schoolYear ?? "")),
    )
    .where(eq(schools.uai, uai));
  if (!found) return null;
  const { school, profile, deliberatedOn } = found;
  return {
    uai,
    name: school.name,
    town: school.town,
    directory: { phone: school.phone, email: school.email },
    lines: linesOf(profile),
    schoolYear,
    deliberatedOn,
    images: await listImages(db, uai),
    changes: await listChanges(db, uai),
  };
}

function linesOf(profile: ProfileLines | null): ProfileLines {
  return {
    phone: profile?.phone ?? null,
    email: profile?.email ?? null,
    weekContact: profile?.weekContact ?? null,
    weekPhone: profile?.weekPhone ?? null,
    meetingPlace: profile?.meetingPlace ?? null,
    announcement: profile?.announcement ?? null,
    instructions: profile?.instructions ?? null,
  };
}

/** The pictures in use, without their bytes. */
function listImages(db: Queryable, uai: string): Promise<SchoolProfile["images"]> {
  return db
    .select({
      kind: schoolImages.kind,
      sha256: schoolImages.sha256,
      width: schoolImages.width,
      height: schoolImages.height,
      addedAt: schoolImages.addedAt,
    })
    .from(schoolImages)
    .where(and(eq(schoolImages.schoolUai, uai), isNull(schoolImages.replacedAt)))
    .orderBy(asc(schoolImages.kind));
}

function listChanges(db: Queryable, uai: string): Promise<SchoolProfile["changes"]> {
  return db
    .select({
      fields: schoolProfileChanges.fields,
      changedAt: schoolProfileChanges.changedAt,
      by: sql<string | null>`${persons.firstName} || ' ' || ${persons.lastName}`,
    })
    .from(schoolProfileChanges)
    .leftJoin(persons, eq(persons.id, schoolProfileChanges.changedBy))
    .where(eq(schoolProfileChanges.schoolUai, uai))
    .orderBy(desc(schoolProfileChanges.changedAt), desc(schoolProfileChanges.id))
    .limit(CHANGES_SHOWN);
}

/** The picture in use, for the office and the head that look at it. */
export async function getSchoolImage(
  { db, actor }: Pick<ActorContext, "db" | "actor">,
  { uai, kind }: { uai: string; kind: SchoolImageKind },
): Promise<Uint8Array | null> {
  if (!canSetUpSchool(actor, uai)) return null;
  const [image] = await db
    .select({ bytes: schoolImages.bytes })
    .from(schoolImages)
    .where(
      and(eq(schoolImages.schoolUai, uai), eq(schoolImages.kind, kind), isNull(schoolImages.replacedAt)),
    );
  return image?.bytes ?? null;
}
