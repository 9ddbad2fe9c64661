import type { Result } from "#app/kernel/result.ts";
import type { ActorContext } from "../use-case.ts";
import { changeOffer } from "./change-offer.server.ts";
import type { ChangeOfferFailure } from "./offer.failures.ts";

/** Puts a paused offer back in the searches, with the seats that are left. */
export async function resumeOffer(
  ctx: ActorContext,
  input: { offerId: string },
): Promise<Result<void, ChangeOfferFailure>> {
  return changeOffer(ctx, { offerId: input.offerId, action: "resume" });
}
