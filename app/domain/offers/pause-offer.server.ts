import type { Result } from "#app/kernel/result.ts";
import type { ActorContext } from "../use-case.ts";
import { changeOffer } from "./change-offer.server.ts";
import type { ChangeOfferFailure } from "./offer.failures.ts";

/** Takes an offer out of the searches at once; the applications already received are still to be answered. */
export async function pauseOffer(
  ctx: ActorContext,
  input: { offerId: string },
): Promise<Result<void, ChangeOfferFailure>> {
  return changeOffer(ctx, { offerId: input.offerId, action: "pause" });
}
