import { and, isNull, lt, lte, or } from "drizzle-orm";
import {
  accountOpenings,
  activationCodes,
  emailChanges,
  federationArrivals,
  federationFlows,
  guardianCodes,
  oneTimeLinks,
  providerSessions,
  rateLimits,
  schoolJoinRequests,
  sessions,
  spentChallenges,
} from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import { startOfShownOpenings } from "./openings/opening.ts";
import { startOfForgottenChanges } from "./email-change/email-change.ts";
import { startOfForgotten } from "./links/one-time-link.ts";

/** A code is kept this long after its end, for whoever asks why it did not come. */
const CODE_KEPT_MS = 86_400_000;

/** Answered or not, a request to join a school is no longer of use after two months. */
const REQUEST_KEPT_MS = 60 * 86_400_000;

function startOfOldRequests(now: Date): Date {
  return new Date(now.getTime() - REQUEST_KEPT_MS);
}

/** Forgets requests to join a school or to change an address, sessions, codes, links, answered challenges and ways to a federation that are over, and counters of attempts that no longer hold anyone back: they name people and addresses. */
export async function forgetExpiredAccess({ db, clock }: UseCaseContext): Promise<void> {
  const now = clock.now();
  await db.delete(sessions).where(or(lte(sessions.expiresAt, now), lte(sessions.idleEndsAt, now)));
  await db
    .delete(guardianCodes)
    .where(
      and(
        lte(guardianCodes.expiresAt, new Date(now.getTime() - CODE_KEPT_MS)),
        or(isNull(guardianCodes.accessExpiresAt), lte(guardianCodes.accessExpiresAt, now)),
      ),
    );
  await db.delete(activationCodes).where(lte(activationCodes.expiresAt, startOfForgotten(now)));
  await db.delete(schoolJoinRequests).where(lte(schoolJoinRequests.requestedAt, startOfOldRequests(now)));
  await db.delete(emailChanges).where(lte(emailChanges.requestedAt, startOfForgottenChanges(now)));
  await db.delete(oneTimeLinks).where(lte(oneTimeLinks.expiresAt, startOfForgotten(now)));
  await db.delete(spentChallenges).where(lte(spentChallenges.expiresAt, now));
  for (const table of [federationFlows, federationArrivals, providerSessions])
    await db.delete(table).where(lte(table.expiresAt, now));
  await db.delete(accountOpenings).where(lt(accountOpenings.openedAt, startOfShownOpenings(now)));
  await db.delete(rateLimits).where(lte(rateLimits.expire, now));
}
