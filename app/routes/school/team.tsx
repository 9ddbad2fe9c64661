import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listSchoolClasses } from "#app/domain/schools/classes/school-classes.queries.server.ts";
import { answerJoinRequest } from "#app/domain/schools/team/answer-join-request.server.ts";
import { endMembership } from "#app/domain/schools/team/end-membership.server.ts";
import { inviteColleague } from "#app/domain/schools/team/invite-colleague.server.ts";
import { replaceHead } from "#app/domain/schools/team/replace-head.server.ts";
import {
  answerJoinSchema,
  endMembershipSchema,
  inviteColleagueSchema,
  replaceHeadSchema,
} from "#app/domain/schools/team/school-team.schema.ts";
import { listSchoolTeams } from "#app/domain/schools/team/school-team.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { TEAM_REFUSALS } from "#app/ui/messages/accounts/school-team.ts";
import { SchoolTeamPage } from "#app/ui/school/school-team-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound, tooManyRequests } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("L’équipe de l’établissement") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const query = new URL(args.request.url).searchParams;
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  return {
    teams: await listSchoolTeams(ctx),
    classes: campaign ? await listSchoolClasses(ctx.db, ctx.actor, campaign.schoolYear) : [],
    classGroupId: query.get("classe"),
    ownId: ctx.actor.personId,
    done: doneOn("schoolTeam", query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const { intent, form } = await readIntent(args.request, INTENTS.schoolTeam);
  switch (intent) {
    case "invite":
      return invite(ctx, form);
    case "remove":
      return remove(ctx, form);
    case "replace_head":
      return replace(ctx, form);
    default:
      return answer(ctx, form, intent === "accept_request");
  }
}

async function invite(ctx: ActorRequest, form: FormData) {
  const parsed = parseFormData(form, inviteColleagueSchema);
  if (!parsed.ok) return invalid(parsed);
  const wait = await ctx.app.rateLimits.consume("school-invitation", ctx.actor.personId);
  if (wait !== null) throw tooManyRequests(wait);
  const outcome = await inviteColleague(ctx, parsed.value);
  if (outcome.ok) throw redirect(paths.school.team({ fait: "invite" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused(parsed.typed, TEAM_REFUSALS[outcome.error.code], "email");
}

async function remove(ctx: ActorRequest, form: FormData) {
  const parsed = parseFormData(form, endMembershipSchema);
  if (!parsed.ok) throw notFound();
  const outcome = await endMembership(ctx, parsed.value);
  if (outcome.ok) throw redirect(paths.school.team({ fait: "retire" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused({}, TEAM_REFUSALS[outcome.error.code]);
}

async function answer(ctx: ActorRequest, form: FormData, accepted: boolean) {
  const parsed = parseFormData(form, answerJoinSchema);
  if (!parsed.ok) throw notFound();
  const outcome = await answerJoinRequest(ctx, { ...parsed.value, accepted });
  if (outcome.ok) throw redirect(paths.school.team({ fait: accepted ? "acceptee" : "refusee" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused({}, TEAM_REFUSALS[outcome.error.code]);
}

async function replace(ctx: ActorRequest, form: FormData) {
  const parsed = parseFormData(form, replaceHeadSchema);
  if (!parsed.ok) {
    if (parsed.errors.uai ?? parsed.errors.formerId) throw notFound();
    return invalid(parsed);
  }
  const outcome = await replaceHead(ctx, parsed.value);
  if (outcome.ok) {
    const isLeaving = parsed.value.formerId === ctx.actor.personId;
    throw redirect(isLeaving ? paths.school.home() : paths.school.team({ fait: "remplacee" }), 303);
  }
  if (outcome.error.code === "not_found") throw notFound();
  return refused(parsed.typed, TEAM_REFUSALS[outcome.error.code], "from");
}

export default function SchoolTeam() {
  return <SchoolTeamPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
