import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Clock } from "#app/kernel/clock.ts";
import type { Database } from "#db/client.ts";

/** Which request asks, and from which network: what the audit keeps of it. */
export interface Origin {
  requestId: string | null;
  network: string | null;
}

/** What any use case is given: where to write, what time it is, and who asks when it is a request. */
export interface UseCaseContext {
  db: Database;
  clock: Clock;
  origin?: Origin | undefined;
}

/** A use case carried out by someone signed in. */
export interface ActorContext extends UseCaseContext {
  actor: Actor;
}
