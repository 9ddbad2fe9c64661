import { eq } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { OpenSession } from "./accounts.queries.server.ts";
import { sessionHash } from "./accounts.store.server.ts";
import { endOfSession } from "./session-limits.ts";

/** A page asks several times at once, and most readers ask again within a minute: the row is not written each time. */
const STEP_MS = 60_000;

/**
 * Someone uses their session: it stays open as long as their roles allow, and never beyond its own end. The device of its first
 * use is kept with it.
 */
export async function renewSession(
  { db, clock }: UseCaseContext,
  session: OpenSession,
  device: string | null = null,
): Promise<OpenSession> {
  if (!session.actor) return session;
  const roles = session.actor.affiliations.map(({ role }) => role);
  const now = clock.now();
  const endsAt = endOfSession(now, roles, session.expiresAt);
  const isKnown = session.device !== null || device === null;
  if (isKnown && Math.abs(endsAt.getTime() - session.endsAt.getTime()) < STEP_MS) return session;
  const { token } = session;
  await db
    .update(sessions)
    .set({ idleEndsAt: endsAt, lastSeenAt: now, device: session.device ?? device })
    .where(eq(sessions.tokenHash, sessionHash(token)));
  return { ...session, endsAt };
}
