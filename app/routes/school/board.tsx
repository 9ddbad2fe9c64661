import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { countAtTeachers, listFollowedAgreements } from "#app/domain/agreements/agreements.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listClassBoards, listOwnSchools } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { countOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { informGuardians } from "#app/domain/schools/inform-guardians.server.ts";
import { informGuardiansSchema } from "#app/domain/schools/school.schema.ts";
import { listSchoolFailures } from "#app/domain/sign-in-failures/failure-figures.queries.server.ts";
import { listSchoolSettings } from "#app/domain/schools/schools.queries.server.ts";
import { daysBetween, parisDate } from "#app/kernel/calendar-date.ts";
import { doneOn, paths } from "#app/paths.ts";
import { SchoolBoardPage } from "#app/ui/school/school-board-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound } from "#app/web/errors.server.ts";
import { parseForm } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";
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
    failures: await listSchoolFailures(ctx),
    done: doneOn("schoolBoard", new URL(args.request.url).searchParams),
    ...(await whatTeachersHave(ctx)),
  };
}

/** A teacher reads which agreements to validate; the others, how many wait at the teachers' and since when. */
async function whatTeachersHave({ db, actor, clock }: ActorRequest) {
  if (hasRole(actor, "teacher")) {
    const { agreements } = await listFollowedAgreements(db, actor, { status: "completed", limit: SHOWN });
    return { toValidate: agreements, atTeachers: null };
  }
  const { total, oldest } = await countAtTeachers(db, actor);
  const days = oldest ? daysBetween(parisDate(oldest), parisDate(clock.now())) : 0;
  return { toValidate: [], atTeachers: { total, days } };
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
