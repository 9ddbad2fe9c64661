import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listFollowedAgreements } from "#app/domain/agreements/agreements.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listClassBoards, listOwnSchools } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { countOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { informGuardians } from "#app/domain/schools/inform-guardians.server.ts";
import { informGuardiansSchema } from "#app/domain/schools/school.schema.ts";
import { listSchoolSettings } from "#app/domain/schools/schools.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { SchoolBoardPage } from "#app/ui/school/school-board-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound } from "#app/web/errors.server.ts";
import { parseForm } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon établissement") }];

const SHOWN = 5;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  return {
    schools: await listOwnSchools(ctx.db, ctx.actor),
    period: campaign && { startsOn: campaign.startsOn, endsOn: campaign.endsOn },
    classes: campaign ? await listClassBoards(ctx.db, ctx.actor, campaign) : [],
    inNeed: campaign ? await countOpenHelpRequests(ctx.db, ctx.actor, campaign) : [],
    settings: await listSchoolSettings(ctx.db, ctx.actor),
    done: doneOn("schoolBoard", new URL(args.request.url).searchParams),
    toValidate: (await listFollowedAgreements(ctx.db, ctx.actor, { status: "completed", limit: SHOWN }))
      .agreements,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const form = await parseForm(args.request, informGuardiansSchema);
  if (!form.ok) throw badRequest();
  const { school: uai, informsGuardians: informed } = form.value;
  if (!(await informGuardians(ctx, { uai, informed })).ok) throw notFound();
  throw redirect(`${paths.school.home({ fait: "familles" })}#familles`, 303);
}

export default function SchoolBoard() {
  return <SchoolBoardPage {...useLoaderData<typeof loader>()} />;
}
