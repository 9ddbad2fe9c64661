import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Clock } from "#app/kernel/clock.ts";
import type { Database } from "#db/client.ts";

/** What any use case is given: where to write, what time it is. */
export interface UseCaseContext {
  db: Database;
  clock: Clock;
}

/** A use case carried out by someone signed in. */
export interface ActorContext extends UseCaseContext {
  actor: Actor;
}
