import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { classGroups, offerSearch, schools } from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { followedClasses } from "../../agreements/agreements.scope.server.ts";
import type { Campaign } from "../../campaigns/campaign.ts";
import { BAND_DEGREES } from "../../offers/offer-projection.store.server.ts";
import { listEntrusted } from "../referents/referents.queries.server.ts";
import { boardLine, type BoardClass, type BoardLine, type Reach } from "./board-line.ts";
import { listBoardPupils } from "./board-pupils.queries.server.ts";
import { REACH_KM } from "./help-order.ts";

const MOST_CLASSES = 100;
/** Degrees of latitude; of longitude, twice as much is enough up to 60° north. */
const REACH_DEGREES = REACH_KM / 111;

export interface Board {
  classes: BoardClass[];
  lines: BoardLine[];
}

/**
 * Every pupil of the classes that the reader follows this school year, and those entrusted to them alone: as many statements
 * however many they are.
 */
export async function getBoard(
  db: Queryable,
  actor: Actor,
  { campaign, now, classGroupId = null }: { campaign: Campaign; now: Date; classGroupId?: string | null },
): Promise<Board> {
  const classes = await listFollowedClasses(db, actor, campaign.schoolYear, classGroupId);
  const entrusted = await listEntrusted(db, actor, campaign.schoolYear);
  const guests = entrusted.filter(
    ({ id }) => !classes.some((one) => one.id === id) && (classGroupId === null || id === classGroupId),
  );
  const ids = classes.map(({ id }) => id);
  const only = guests.map(({ pupilId }) => pupilId);
  const pupils = [
    ...(await listBoardPupils(db, { classGroupIds: ids }, campaign)),
    ...(await listBoardPupils(db, { classGroupIds: guests.map(({ id }) => id), only }, campaign)),
  ];
  const byId = new Map([...classes, ...guests].map((one) => [one.id, one]));
  const reach = await countOffersWithinReach(db, [...byId.keys()], campaign.id);
  const season = { now, pupilsOpenOn: campaign.pupilsOpenOn, weeks: campaign.weeks };
  const isReferent = (pupilId: string) => entrusted.some((one) => one.pupilId === pupilId);
  return {
    classes,
    lines: pupils.flatMap((pupil) => {
      const classGroup = byId.get(pupil.classGroupId);
      if (!classGroup) return [];
      const line = boardLine(pupil, classGroup, season, reach);
      return [{ ...line, isReferent: isReferent(pupil.id) }];
    }),
  };
}

function listFollowedClasses(
  db: Queryable,
  actor: Actor,
  schoolYear: string,
  classGroupId: string | null,
): Promise<BoardClass[]> {
  return db
    .select({
      id: classGroups.id,
      name: classGroups.name,
      schoolUai: classGroups.schoolUai,
      expected: classGroups.headCount,
    })
    .from(classGroups)
    .where(
      and(
        eq(classGroups.schoolYear, schoolYear),
        followedClasses(db, actor),
        classGroupId === null ? undefined : eq(classGroups.id, classGroupId),
      ),
    )
    .orderBy(asc(classGroups.schoolUai), asc(classGroups.name))
    .limit(MOST_CLASSES);
}

/** Offers that anybody may ask for, around each school of these classes. */
async function countOffersWithinReach(
  db: Queryable,
  classGroupIds: readonly string[],
  campaignId: string,
): Promise<Reach> {
  if (classGroupIds.length === 0) return new Map();
  const rows = await db.execute<{ uai: string; offers: number }>(sql`
    select near.uai, (select count(*)::int from ${offerSearch} s
      where s.campaign_id = ${campaignId} and s.reserved_to is null
        and s.band between floor((near.latitude - ${REACH_DEGREES}::float8) / ${BAND_DEGREES}::float8)::smallint
          and floor((near.latitude + ${REACH_DEGREES}::float8) / ${BAND_DEGREES}::float8)::smallint
        and s.longitude between near.longitude - ${2 * REACH_DEGREES}::float8 and near.longitude + ${2 * REACH_DEGREES}::float8
        and great_circle_km(near.latitude, near.longitude, s.latitude, s.longitude) <= ${REACH_KM}) as offers
    from ${schools} near
    where near.latitude is not null and near.uai in (select g.school_uai from ${classGroups} g
      where g.id = any(${sql.param(`{${classGroupIds.join(",")}}`)}::uuid[]))`);
  return new Map(rows.map(({ uai, offers }) => [uai, offers]));
}
