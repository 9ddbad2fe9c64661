import { eq } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { OpenSession } from "./accounts.queries.server.ts";
import { sessionHash } from "./accounts.store.server.ts";
import { endOfSession } from "./session-limits.ts";

/** A page asks several times at once, and most readers ask again within a minute: the row is not written each time. */
const STEP_MS = 60_000;

/** Someone uses their session: it stays open as long as their roles allow, and never beyond its own end. */
export async function renewSession(
  { db, clock }: UseCaseContext,
  session: OpenSession,
): Promise<OpenSession> {
  if (!session.actor) return session;
  const roles = session.actor.affiliations.map(({ role }) => role);
  const endsAt = endOfSession(clock.now(), roles, session.expiresAt);
  if (Math.abs(endsAt.getTime() - session.endsAt.getTime()) < STEP_MS) return session;
  const { token } = session;
  await db
    .update(sessions)
    .set({ idleEndsAt: endsAt })
    .where(eq(sessions.tokenHash, sessionHash(token)));
  return { ...session, endsAt };
}
