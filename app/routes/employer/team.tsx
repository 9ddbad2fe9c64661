import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerClaim } from "#app/domain/hosts/team/answer-claim.server.ts";
import { leaveOrganisation } from "#app/domain/hosts/team/leave-organisation.server.ts";
import { listTeams } from "#app/domain/hosts/team/team.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { TeamPage } from "#app/ui/employer/team-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { LEAVE_REFUSALS } from "#app/ui/messages/hosts/host-team.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon équipe") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  return {
    teams: await listTeams(ctx),
    ownId: ctx.actor.personId,
    done: doneOn("team", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const { intent, form } = await readIntent(args.request, INTENTS.team);
  if (intent === "leave") return await leave(ctx, form);
  const personId = form.get("personId");
  if (typeof personId !== "string" || !isId(personId)) throw notFound();
  const accepted = intent === "accept_claim";
  const outcome = await answerClaim(ctx, { personId, accepted });
  if (!outcome.ok && outcome.error.code === "not_found") throw notFound();
  if (!outcome.ok) return refused({}, "Une autre personne de l’équipe a déjà répondu à cette demande.");
  throw redirect(paths.employer.team({ fait: accepted ? "acceptee" : "refusee" }), 303);
}

async function leave(ctx: ActorRequest, form: FormData) {
  const typed = form.get("organisationId");
  if (typeof typed !== "string" || (typed !== "" && !isId(typed))) throw notFound();
  const outcome = await leaveOrganisation(ctx, { organisationId: typed || null });
  if (outcome.ok) throw redirect(paths.account({ fait: "structure-quittee" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused({}, LEAVE_REFUSALS[outcome.error.code]);
}

export default function Team() {
  return <TeamPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
