import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { listFavourites } from "#app/domain/applications/favourites/favourites.queries.server.ts";
import { keepFavourite } from "#app/domain/applications/favourites/keep-favourite.server.ts";
import { removeFavourite } from "#app/domain/applications/favourites/remove-favourite.server.ts";
import { forgetViewedOffers } from "#app/domain/discovery/viewed/forget-viewed-offers.server.ts";
import { countViewedOffers } from "#app/domain/discovery/viewed/viewed-offers.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, localPath, paths } from "#app/paths.ts";
import { ErrorSummary, errorLinks } from "#app/ui/components/error-summary.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { keepFavouriteFailureMessage } from "#app/ui/messages/favourites.ts";
import { FavouriteList, RemovedNotice } from "#app/ui/pupil/favourite-list.tsx";
import { VIEWED_OFFERS, ViewedOffers } from "#app/ui/pupil/viewed-offers.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

const favouriteSchema = z.object({
  offerId: z.guid(),
  /** Where the button was pressed, when it was on another page. */
  retour: z.string().optional(),
});

export const meta: MetaFunction = () => [{ title: pageTitle("Mes favoris") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireActor(args, "pupil");
  const campaign = await getCurrentCampaign(db, clock.now());
  const asked = new URL(args.request.url).searchParams;
  const removed = asked.get("retire") ?? undefined;
  const favourites = await listFavourites(db, actor, campaign?.id ?? null);
  const back = favourites.some(({ offerId }) => offerId === removed);
  return {
    favourites,
    removed: isId(removed) && !back ? removed : null,
    viewed: await countViewedOffers(db, actor),
    done: doneOn("favourites", asked),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { intent, form } = await readIntent(args.request, INTENTS.favourites);
  if (intent === "forget") {
    await forgetViewedOffers(ctx);
    throw redirect(`${paths.pupil.favourites({ fait: "oubliees" })}#${VIEWED_OFFERS}`, 303);
  }
  const parsed = parseFormData(form, favouriteSchema);
  if (!parsed.ok) throw notFound();
  const { offerId, retour } = parsed.value;
  if (intent === "remove") {
    await removeFavourite(ctx, { offerId });
    throw redirect(localPath(retour ?? null, paths.pupil.favourites({ retire: offerId })), 303);
  }
  const kept = await keepFavourite(ctx, { offerId, wantsAlert: intent === "alert" });
  if (!kept.ok) return refused(parsed.typed, keepFavouriteFailureMessage(kept.error));
  throw redirect(localPath(retour ?? null, paths.pupil.favourites()), 303);
}

export default function Favourites() {
  const { favourites, removed, viewed, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader
        title="Mes favoris"
        trail={[{ to: paths.pupil.home(), label: "Mon espace" }]}
        lead="Les offres que vous gardez à l’œil, et ce qu’elles deviennent."
      />
      <ErrorSummary title="Cette offre n’a pas été ajoutée" errors={errorLinks(refusal?.errors ?? {})} />
      {removed && !refusal ? <RemovedNotice offerId={removed} /> : null}
      <FavouriteList favourites={favourites} />
      <p>
        Vous cherchez encore&nbsp;? <Link to={paths.pupil.alerts()}>Vos alertes</Link> vous préviennent des
        nouvelles offres.
      </p>
      <ViewedOffers total={viewed} done={done} />
    </Page>
  );
}
