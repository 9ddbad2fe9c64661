import type { UseCaseContext } from "../use-case.ts";
import { findActor, findSession } from "./accounts.store.server.ts";
import type { Actor } from "./actor.ts";

export interface OpenSession {
  token: string;
  /** Null until the second factor is given. */
  actor: Actor | null;
}

/** The session that this secret opens today, or null when it is unknown or over. */
export async function getSession({ db, clock }: UseCaseContext, token: string): Promise<OpenSession | null> {
  const now = clock.now();
  const session = await findSession(db, token, now);
  if (!session) return null;
  return { token, actor: session.verifiedAt ? await findActor(db, session.personId, now) : null };
}
