import { and, desc, eq, gt, isNotNull, isNull, or } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import type { OwnSession } from "./own-session.ts";

const AT_MOST = 50;

/** The sessions that the person has open now, the latest used first. */
export async function listOwnSessions(
  { db, clock, actor }: ActorContext,
  thisId: string,
): Promise<OwnSession[]> {
  const now = clock.now();
  const rows = await db
    .select({
      id: sessions.id,
      device: sessions.device,
      openedAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, actor.personId),
        isNotNull(sessions.verifiedAt),
        gt(sessions.expiresAt, now),
        or(isNull(sessions.idleEndsAt), gt(sessions.idleEndsAt, now)),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
    .limit(AT_MOST);
  return rows.map((row) => ({
    ...row,
    lastSeenAt: row.lastSeenAt ?? row.openedAt,
    isThis: row.id === thisId,
  }));
}
