import { eq } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import type { ActorContext, UseCaseContext } from "../use-case.ts";
import { endSessions, sessionHash } from "./accounts.store.server.ts";

/** Closes the session of this device. */
export async function signOut({ db }: UseCaseContext, { token }: { token: string }): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, sessionHash(token)));
}

/** Closes every session of the person, on every device. */
export async function signOutEverywhere({ db, actor }: ActorContext): Promise<void> {
  await endSessions(db, actor.personId);
}
