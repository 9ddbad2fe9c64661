import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { notFound } from "#app/web/errors.server.ts";
import { foundOrThrow, requireSchool } from "../../agreements/agreement-request.server.ts";

/** Someone of the school, and the pupil of the address, whom they follow: a 404 for any other. */
export async function requireFollowedPupil(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const { pupilId } = args.params;
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  if (!isId(pupilId) || !campaign) throw notFound();
  const pupil = foundOrThrow(await findSitting(ctx.db, ctx.actor, pupilId, campaign.schoolYear));
  return { ctx, pupil, campaign };
}
