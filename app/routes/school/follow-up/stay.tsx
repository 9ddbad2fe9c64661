import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { markSkills } from "#app/domain/follow-up/skills/mark-skills.server.ts";
import { skillGridSchema } from "#app/domain/follow-up/skills/skills.schema.ts";
import { getSynthesis } from "#app/domain/follow-up/skills/skills.queries.server.ts";
import { sendSupervisorLink } from "#app/domain/follow-up/supervisor/send-supervisor-link.server.ts";
import { todayAt } from "#app/domain/follow-up/placement-plan.ts";
import { doneOn, paths, type DoneCode } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { supervisorLinkFailureMessage } from "#app/ui/messages/follow-up/presence.ts";
import { tellingFailureMessage } from "#app/ui/messages/follow-up/skills.ts";
import { StayPage } from "#app/ui/school/follow-up/stay-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound, tooManyRequests } from "#app/web/errors.server.ts";
import { parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { agreementIdOf, foundOrThrow, requireSchool } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Suivi d’un stage") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireSchool(args);
  const reader = { side: "school" as const, actor };
  const stay = foundOrThrow(await getSynthesis(db, reader, agreementIdOf(args)));
  return {
    stay,
    hasBegun: todayAt(stay, clock.now()) >= stay.startsOn,
    done: doneOn("followedStay", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const agreementId = agreementIdOf(args);
  const { intent, form } = await readIntent(args.request, INTENTS.followedStay);
  if (intent !== "skills") return changeLink(ctx, agreementId, intent);
  const parsed = parseFormData(form, skillGridSchema);
  if (!parsed.ok) throw badRequest();
  const { db, clock, actor } = ctx;
  const teller = { side: "school" as const, actor };
  const outcome = await markSkills({ db, clock, teller }, { agreementId, grid: parsed.value });
  if (outcome.ok) return done(agreementId, "grille");
  if (outcome.error.code === "not_found") throw notFound();
  return refused(parsed.typed, tellingFailureMessage(outcome.error));
}

const LINK_DONE = { send: "lien-envoye", replace: "lien-remplace", close: "lien-ferme" } as const;

async function changeLink(ctx: ActorRequest, agreementId: string, how: keyof typeof LINK_DONE) {
  const wait = await ctx.app.rateLimits.consume("supervisor-link", `${ctx.actor.personId} ${agreementId}`);
  if (wait !== null) throw tooManyRequests(wait);
  const outcome = await sendSupervisorLink(ctx, { agreementId, how });
  if (outcome.ok) return done(agreementId, LINK_DONE[how]);
  if (outcome.error.code === "not_found") throw notFound();
  return refused({}, supervisorLinkFailureMessage(outcome.error));
}

function done(agreementId: string, fait: DoneCode<"followedStay">): never {
  throw redirect(paths.school.followedStay(agreementId, { fait }), 303);
}

export default function Stay() {
  return <StayPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
