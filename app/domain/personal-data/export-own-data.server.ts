import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import type { ActorContext } from "../use-case.ts";
import { readOwnData } from "./own-data.queries.server.ts";
import type { OwnData } from "./own-data.ts";

/** Everything that is known about the person signed in, for them to take away; that it was taken is kept. */
export async function exportOwnData({ db, clock, actor, origin }: ActorContext): Promise<OwnData> {
  const known = await readOwnData(db, actor);
  // Whoever has no role yet has asked to answer for a host.
  const as = actor.affiliations[0]?.role ?? "employer";
  const on = { kind: "person", id: actor.personId } as const;
  await appendAudit(db, { actor, origin }, { action: "own_data.exported", as, on }, clock.now());
  return known;
}
