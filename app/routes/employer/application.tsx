import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { declineApplicationSchema } from "#app/domain/applications/application.schema.ts";
import { getApplicationForHost } from "#app/domain/applications/views/applications.host-queries.server.ts";
import { takeBackDecline } from "#app/domain/applications/take-back-decline.server.ts";
import { takeBackUntil } from "#app/domain/history/take-back.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { daysLeft } from "#app/domain/applications/views/host-application.ts";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getLastChange } from "#app/domain/history/last-change.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { ofName } from "#app/kernel/text.ts";
import { doneOn, paths } from "#app/paths.ts";
import { describePupil } from "#app/ui/employer/application-items.tsx";
import { HostApplicationPage } from "#app/ui/employer/host-application-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { answerFailureMessage, takeBackFailureMessage } from "#app/ui/messages/applications.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { isPressedTwice } from "#app/web/pressed-twice.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: pageTitle(
      data
        ? `Candidature ${ofName(data.application.firstName)} : ${data.application.offerTitle}`
        : "Candidature",
    ),
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireActor(args, "employer");
  const { applicationId } = args.params;
  const found = isId(applicationId) ? await getApplicationForHost(db, actor, applicationId) : null;
  const campaign = found && (await getCampaign(db, found.campaignId));
  if (!found || !campaign) throw notFound();
  return {
    application: found,
    pupil: describePupil(found),
    daysLeft: daysLeft(found, clock.now()),
    weeks: campaign.weeks,
    takeBackUntil: takeBackUntil(found.history, { to: "declined", by: "host" }, clock.now()),
    done: doneOn("hostApplication", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const { applicationId } = args.params;
  if (!isId(applicationId)) throw notFound();
  const { intent, form } = await readIntent(args.request, INTENTS.hostApplication);
  switch (intent) {
    case "read": {
      const seen = await markApplicationSeen(ctx, { applicationId });
      if (!seen.ok) throw notFound();
      throw redirect(paths.employer.application(applicationId), 303);
    }
    case "accept": {
      const accepted = await underAnswerLimit(ctx, applicationId, () =>
        acceptApplication(ctx, { applicationId }),
      );
      if ("tooOften" in accepted) return tooSoon({}, accepted.tooOften);
      const twice =
        !accepted.ok && (await isPressedTwice(ctx, { applicationId }, accepted.error, "accepted"));
      if (!accepted.ok && !twice) return failed(ctx, applicationId, "accept", accepted.error);
      throw redirect(paths.employer.application(applicationId, { fait: "acceptee" }), 303);
    }
    case "decline":
      return decline(ctx, applicationId, form);
    case "take_back":
      return takeBack(ctx, applicationId);
  }
}

/** Each answer is a message to the pupil, and to others. */
function underAnswerLimit<Outcome extends { ok: boolean }>(
  { app }: ActorRequest,
  applicationId: string,
  answer: () => Promise<Outcome>,
) {
  return underSendingLimits(app, { "send-answer": applicationId }, answer);
}

async function decline(ctx: ActorRequest, applicationId: string, form: FormData) {
  const reason = parseFormData(form, declineApplicationSchema);
  if (!reason.ok) return invalid(reason);
  const declined = await underAnswerLimit(ctx, applicationId, () =>
    declineApplication(ctx, { applicationId, reason: reason.value.reason }),
  );
  if ("tooOften" in declined) return tooSoon(reason.typed, declined.tooOften);
  const twice = !declined.ok && (await isPressedTwice(ctx, { applicationId }, declined.error, "declined"));
  if (!declined.ok && !twice) return failed(ctx, applicationId, "decline", declined.error);
  throw redirect(paths.employer.application(applicationId, { fait: "refusee" }), 303);
}

async function takeBack(ctx: ActorRequest, applicationId: string) {
  const taken = await underAnswerLimit(ctx, applicationId, () => takeBackDecline(ctx, { applicationId }));
  if ("tooOften" in taken) return tooSoon({}, taken.tooOften);
  const twice = !taken.ok && (await isPressedTwice(ctx, { applicationId }, taken.error, "seen"));
  if (!taken.ok && !twice) {
    if (taken.error.code === "not_found") throw notFound();
    return refused({}, takeBackFailureMessage(taken.error, "host"));
  }
  throw redirect(paths.employer.application(applicationId, { fait: "refus-annule" }), 303);
}

type AnswerFailure = Parameters<typeof answerFailureMessage>[0] | { code: "not_found" };

/** Someone was quicker, or the last seat has gone: said on the page itself. */
async function failed(
  { db }: ActorRequest,
  applicationId: string,
  act: "accept" | "decline",
  failure: AnswerFailure,
) {
  if (failure.code === "not_found") throw notFound();
  const last = failure.code === "not_possible" ? await getLastChange(db, { applicationId }) : null;
  const typed = failure.code === "no_seat_left" ? { reason: "no_seat_left" } : {};
  return refused(typed, answerFailureMessage(failure, last && { act, at: last.at, byName: last.byName }));
}

/** A refused answer may mean that the application has changed: it is read again. */
export const shouldRevalidate = () => true;

export default function Application() {
  return <HostApplicationPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
