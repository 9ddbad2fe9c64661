import { type Actor, hasRole } from "#app/domain/accounts/actor.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getPupilStart } from "#app/domain/search/pupil-start.queries.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { FROM_SCHOOL } from "#app/paths.ts";
import { searchLink } from "#app/ui/search/search-link.ts";

/** The address at which a pupil's search begins; for others, that of every offer. */
export async function pupilStart(
  app: Pick<AppContext, "db" | "clock" | "places">,
  parameters: URLSearchParams,
  actor: Actor | null,
): Promise<string> {
  const campaign = await getCurrentCampaign(app.db, app.clock.now());
  const start =
    actor && campaign && hasRole(actor, "pupil") ? await getPupilStart(app, actor, campaign) : null;
  return searchLink(parameters, {
    [FROM_SCHOOL]: null,
    lieu: start?.place ?? null,
    periode: start?.period ?? null,
  });
}
