import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { isLive } from "#app/domain/applications/application.ts";
import { takeBackObjection } from "#app/domain/applications/take-back-objection.server.ts";
import { objectToApplication } from "#app/domain/applications/object-to-application.server.ts";
import { getFollowedApplication } from "#app/domain/guardians/follow-up.queries.server.ts";
import { paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { ObjectionPage } from "#app/ui/guardian/objection-page.tsx";
import { objectionFailureMessage, takeBackFailureMessage } from "#app/ui/messages/applications.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { applicationIdOf, requireGuardian } from "./guardian-request.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("S’opposer à une candidature") },
  { name: "robots", content: "noindex, nofollow" },
];

/** A refusal means that the application has changed: the page is read again. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, guardian, token } = await requireGuardian(args);
  const found = await getFollowedApplication(db, guardian, applicationIdOf(args), clock.now());
  if (!found) throw notFound();
  return {
    token,
    pupilFirstName: guardian.pupilFirstName,
    application: found.application,
    weeks: found.campaign.weeks,
    school: found.school,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireGuardian(args);
  const applicationId = applicationIdOf(args);
  const { intent } = await readIntent(args.request, INTENTS.objection);
  return intent === "object" ? object(ctx, applicationId) : takeBack(ctx, applicationId);
}

type GuardianRequest = Awaited<ReturnType<typeof requireGuardian>>;

function limitsOf({ guardianId, applicationId }: { guardianId: string; applicationId: string }) {
  return { "send-objection": `${guardianId} ${applicationId}` };
}

async function object(ctx: GuardianRequest, applicationId: string) {
  const input = { guardianId: ctx.guardian.id, applicationId };
  const outcome = await underSendingLimits(ctx.app, limitsOf(input), () => objectToApplication(ctx, input));
  if ("tooOften" in outcome) return tooSoon({}, outcome.tooOften);
  const done = paths.guardianApplication(ctx.token, applicationId, { fait: "opposition" });
  if (outcome.ok) throw redirect(done, 303);
  const { error } = outcome;
  if (error.code === "not_found") throw notFound();
  // A button pressed twice, both parents at once, or the pupil just before: what was wanted is done.
  if (error.status === "withdrawn") throw redirect(done, 303);
  return refused({}, objectionFailureMessage(error.status));
}

async function takeBack(ctx: GuardianRequest, applicationId: string) {
  const input = { guardianId: ctx.guardian.id, applicationId };
  const outcome = await underSendingLimits(ctx.app, limitsOf(input), () => takeBackObjection(ctx, input));
  if ("tooOften" in outcome) return tooSoon({}, outcome.tooOften);
  const done = paths.guardianApplication(ctx.token, applicationId, { fait: "opposition-annulee" });
  if (outcome.ok) throw redirect(done, 303);
  const { error } = outcome;
  if (error.code === "not_found") throw notFound();
  // A button pressed twice: the first press has done it.
  if (error.code === "not_possible" && isLive(error.status)) throw redirect(done, 303);
  return refused({}, takeBackFailureMessage(error, "guardian"));
}

export default function Objection() {
  return <ObjectionPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
