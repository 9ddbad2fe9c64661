import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listFound } from "#app/domain/found/found.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { FoundInternshipsPage } from "#app/ui/found/found-internships-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { foundOrThrow } from "../../agreements/agreement-request.server.ts";
import { changeFound } from "../../found/change-found.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("J’ai trouvé mon stage") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireActor(args, "pupil");
  const campaign = foundOrThrow(await getCurrentCampaign(db, clock.now()));
  return {
    campaign,
    found: await listFound(db, { pupilId: actor.personId, campaign }),
    done: doneOn("foundInternships", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  return changeFound(ctx, args.request, { pupilId: ctx.actor.personId, back: paths.pupil.found });
}

export default function OwnFoundInternship() {
  return (
    <FoundInternshipsPage
      {...useLoaderData<typeof loader>()}
      reader="pupil"
      lead="Par votre famille, une lettre ou un appel : la structure le confirme, et la convention se fait ici."
      trail={[{ to: paths.pupil.home(), label: "Mon espace" }]}
      agreementLink={paths.pupil.agreement}
      refusal={useActionData<typeof action>()}
    />
  );
}
