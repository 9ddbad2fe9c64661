import { and, eq, ne, sql, type SQL } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { agreements } from "#db/schema/index.ts";
import type { Actor } from "../accounts/actor.ts";
import { followedAgreements } from "../agreements/agreements.scope.server.ts";

/** Whoever tells something of a stay: an adult who follows the pupil's class, or the holder of the link sent to the host. */
export type Reporter = { side: "school"; actor: Actor } | { side: "host"; linkVersion: number };

/** The same, and the pupil of their own stay. */
export type Teller = Reporter | { side: "pupil"; actor: Actor };

/** The stays of which this reporter may tell something; a link that was replaced opens none. */
export function reportedBy(db: Queryable, reporter: Teller): SQL {
  if (reporter.side === "pupil") return eq(agreements.pupilId, reporter.actor.personId);
  return reporter.side === "school"
    ? followedAgreements(db, reporter.actor)
    : (and(eq(agreements.supervisorLinkVersion, reporter.linkVersion), ne(agreements.status, "cancelled")) ??
        sql`false`);
}

export function personIdOf(reporter: Teller): string | null {
  return reporter.side === "host" ? null : reporter.actor.personId;
}
