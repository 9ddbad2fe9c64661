import type { AppContext } from "#app/infra/app-context.server.ts";
import type { SendingLimit } from "#app/domain/outbox/sending-limits.ts";
import { getHostOfOffer } from "#app/domain/offers/offers.queries.server.ts";
import { sendingLimitMessage } from "#app/ui/messages/sending-limits.ts";
import type { ActorRequest } from "../require-actor.server.ts";

export interface TooOften {
  ok: false;
  /** What to say instead of doing it, with what to do. */
  tooOften: string;
}

/** What an application of this pupil to this offer counts for, sent or taken up again: a host reads those of all its offers. */
export async function applicationLimits(
  { db, actor: { personId: pupilId } }: ActorRequest,
  offerId: string,
): Promise<Partial<Record<SendingLimit, string>>> {
  const hostId = await getHostOfOffer(db, offerId);
  return {
    "send-application": `${pupilId} ${offerId}`,
    "send-host-applications": `${pupilId} ${hostId ?? offerId}`,
    "send-applications": pupilId,
  };
}

/**
 * Does what makes the service write to others, unless it was done too often today. It is counted first, so that presses made
 * at the same instant do not pass together, and given back when nothing was sent.
 */
export async function underSendingLimits<Outcome extends { ok: boolean }>(
  { rateLimits }: AppContext,
  limits: Partial<Record<SendingLimit, string>>,
  send: () => Promise<Outcome>,
): Promise<Outcome | TooOften> {
  const counts = Object.entries(limits) as [SendingLimit, string][];
  const counted: [SendingLimit, string][] = [];
  const giveBack = () => Promise.all(counted.map(([limit, key]) => rateLimits.giveBack(limit, key)));
  for (const [limit, key] of counts) {
    if ((await rateLimits.consume(limit, key)) !== null) {
      await giveBack();
      return { ok: false, tooOften: sendingLimitMessage(limit) };
    }
    counted.push([limit, key]);
  }
  const outcome = await send();
  if (!outcome.ok) await giveBack();
  return outcome;
}
