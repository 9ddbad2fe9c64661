import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveHostOpinion } from "#app/domain/follow-up/opinions/give-host-opinion.server.ts";
import { hostOpinionSchema } from "#app/domain/follow-up/opinions/host-opinion.schema.ts";
import { liftAccident } from "#app/domain/follow-up/presence/lift-accident.server.ts";
import { reportPresence } from "#app/domain/follow-up/presence/report-presence.server.ts";
import { markSkills } from "#app/domain/follow-up/skills/mark-skills.server.ts";
import { skillGridSchema } from "#app/domain/follow-up/skills/skills.schema.ts";
import { getSupervisorGrid } from "#app/domain/follow-up/skills/skills.queries.server.ts";
import { getPresenceToday } from "#app/domain/follow-up/supervisor/supervisor-visit.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { presenceFailureMessage } from "#app/ui/messages/follow-up/presence.ts";
import { tellingFailureMessage } from "#app/ui/messages/follow-up/skills.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { VisitPage } from "#app/ui/supervisor/visit-page.tsx";
import { badRequest, linkGone } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireSupervisor, type SupervisorRequest } from "./supervisor-request.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Le stage chez vous") },
  { name: "robots", content: "noindex, nofollow" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, visit, token } = await requireSupervisor(args);
  return {
    token,
    visit,
    known: await getPresenceToday(db, visit),
    grid: await getSupervisorGrid(db, visit.agreementId),
    done: doneOn("supervisorVisit", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSupervisor(args);
  const { intent, form } = await readIntent(args.request, INTENTS.supervisorVisit);
  if (intent === "skills") return tellSkills(ctx, form);
  if (intent === "opinion") return tellOpinion(ctx, form);
  const { agreementId } = ctx.visit;
  const outcome =
    intent === "no_accident"
      ? await liftAccident(ctx, { agreementId })
      : await reportPresence(ctx, { agreementId, kind: intent });
  if (outcome.ok) return noted(ctx);
  if (outcome.error.code === "not_found") throw linkGone("supervisor_link");
  return refused({}, presenceFailureMessage(outcome.error));
}

function noted({ token }: SupervisorRequest): never {
  throw redirect(paths.supervisor.visit(token, { fait: "note" }), 303);
}

async function tellSkills(ctx: SupervisorRequest, form: FormData) {
  const parsed = parseFormData(form, skillGridSchema);
  if (!parsed.ok) throw badRequest();
  const { db, clock, reporter, visit } = ctx;
  const input = { agreementId: visit.agreementId, grid: parsed.value };
  return answer(ctx, await markSkills({ db, clock, teller: reporter }, input));
}

async function tellOpinion(ctx: SupervisorRequest, form: FormData) {
  const parsed = parseFormData(form, hostOpinionSchema);
  if (!parsed.ok) return invalid(parsed);
  const { agreementId } = ctx.visit;
  return answer(ctx, await giveHostOpinion(ctx, { agreementId, ...parsed.value }));
}

function answer(ctx: SupervisorRequest, outcome: Awaited<ReturnType<typeof markSkills>>) {
  if (outcome.ok) return noted(ctx);
  if (outcome.error.code === "not_found") throw linkGone("supervisor_link");
  return refused({}, tellingFailureMessage(outcome.error));
}

export default function Visit() {
  return <VisitPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
