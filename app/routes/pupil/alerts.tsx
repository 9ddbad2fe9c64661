import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";

import { deleteSavedSearch } from "#app/domain/discovery/delete-saved-search.server.ts";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import { ALERT_FREQUENCIES } from "#app/domain/discovery/saved-search.ts";
import { listSavedSearches } from "#app/domain/discovery/saved-searches.queries.server.ts";
import { setAlertFrequency } from "#app/domain/discovery/set-alert-frequency.server.ts";
import { stopSavedSearch } from "#app/domain/discovery/stop-saved-search.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { DoneNotice } from "#app/ui/components/done-notice.tsx";
import { ErrorSummary, errorLinks } from "#app/ui/components/error-summary.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { AlertList } from "#app/ui/discovery/alert-list.tsx";
import { INTENTS, type IntentOf } from "#app/ui/forms/intents.ts";
import { saveSearchFailureMessage } from "#app/ui/messages/saved-searches.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";
import { readCriteria } from "./search-criteria.server.ts";

const changeSchema = z.object({
  alerte: z.guid(),
  frequence: z.enum(ALERT_FREQUENCIES).optional(),
});

export const meta: MetaFunction = () => [{ title: pageTitle("Mes alertes") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  return {
    alerts: campaign
      ? await listSavedSearches(ctx.db, ctx.actor, { campaignId: campaign.id, at: ctx.clock.now() })
      : [],
    families: await listSectorFamilies(ctx.db),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { intent, form } = await readIntent(args.request, INTENTS.alerts);
  if (intent === "create") return create(ctx, form.get("recherche"));
  const parsed = parseFormData(form, changeSchema);
  if (!parsed.ok) throw notFound();
  await change(ctx, intent, parsed.value);
  throw redirect(paths.pupil.alerts({ fait: intent }), 303);
}

async function create(ctx: ActorRequest, search: FormDataEntryValue | null) {
  const query = new URLSearchParams(typeof search === "string" ? search : "");
  const criteria = await readCriteria(ctx.app, query);
  const saved = criteria
    ? await saveSearch(ctx, { criteria, frequency: "instant" })
    : { ok: false as const, error: { code: "unknown_place" as const } };
  if (!saved.ok) return refused({}, saveSearchFailureMessage(saved.error));
  throw redirect(paths.pupil.alerts({ fait: "create" }), 303);
}

type Change = Exclude<IntentOf<"alerts">, "create">;

async function change(
  ctx: ActorRequest,
  intent: Change,
  { alerte, frequence }: z.output<typeof changeSchema>,
) {
  if (intent === "delete") return deleteSavedSearch(ctx, { savedSearchId: alerte });
  const changed =
    intent === "frequency"
      ? await setAlertFrequency(ctx, { savedSearchId: alerte, frequency: frequence ?? "instant" })
      : await stopSavedSearch(ctx, { savedSearchId: alerte, undo: intent === "restart" });
  if (!changed.ok) throw notFound();
}

export default function Alerts() {
  const { alerts, families } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const [query] = useSearchParams();
  return (
    <Page>
      <PageHeader
        title="Mes alertes"
        trail={[{ to: paths.pupil.home(), label: "Mon espace" }]}
        lead="Les recherches que nous faisons pour vous : un message vous prévient quand une offre paraît ou se libère, une fois par jour au plus."
      />
      <ErrorSummary title="Cette alerte n’a pas été créée" errors={errorLinks(refusal?.errors ?? {})} />
      {refusal ? null : <DoneNotice page="alerts" done={doneOn("alerts", query)} />}
      <AlertList alerts={alerts} families={families} />
    </Page>
  );
}
