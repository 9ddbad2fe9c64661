import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  useActionData,
  useLoaderData,
  useSearchParams,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { z } from "zod";

import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import {
  getApplicationOfPupil,
  listApplicationsOfPupil,
} from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { awaitsHost, WITHDRAW_WORDS, type WithdrawWords } from "#app/domain/applications/application.ts";
import { getHostHabits } from "#app/domain/hosts/host-habits.queries.server.ts";
import { giveOpinion } from "#app/domain/applications/opinions/give-opinion.server.ts";
import { opinionSchema } from "#app/domain/applications/opinions/opinion.schema.ts";
import { getOpinionSheet } from "#app/domain/applications/opinions/opinions.queries.server.ts";
import { restoreApplication } from "#app/domain/applications/restore-application.server.ts";
import {
  canBeRestored,
  hasRoomToRestore,
  releasedBy,
  sendsElsewhere,
} from "#app/domain/applications/views/pupil-application.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { ErrorSummary, errorLinks } from "#app/ui/components/error-summary.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { StatusBadge } from "#app/ui/components/status-badge.tsx";
import { SuggestionSection } from "#app/ui/discovery/recommendations.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { messageOf } from "#app/ui/forms/refusal.ts";
import {
  applicationStatusLabel,
  confirmFailureMessage,
  restoreFailureMessage,
  withdrawFailureMessage,
} from "#app/ui/messages/applications.ts";
import { opinionFailureMessage } from "#app/ui/messages/opinions.ts";
import { ApplicationView } from "#app/ui/pupil/application-view.tsx";
import { ApplicationDone } from "#app/ui/pupil/application-done.tsx";
import { OpinionSection } from "#app/ui/pupil/opinion-section.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { applicationLimits, underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";
import { suggest } from "./suggest.server.ts";

/** A word of thanks may go with a withdrawal. */
const wordsSchema = z.enum(WITHDRAW_WORDS).optional().catch(undefined);

/** Under an application that ended against the pupil's wish. */
const SUGGESTIONS = 3;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(page ? `Candidature : ${page.application.title}` : "Candidature") },
];

/** A refusal means that the application has changed: the page is read again. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { db, actor } = ctx;
  const { applicationId } = args.params;
  const application = isId(applicationId) ? await getApplicationOfPupil(db, actor, applicationId) : null;
  const campaign = application && (await getCampaign(db, application.campaignId));
  if (!application || !campaign) throw notFound();
  if (application.status === "draft") throw redirect(paths.apply(application.offerId));
  const all = await listApplicationsOfPupil(db, actor, campaign.id);
  const habits = awaitsHost(application.status) ? await getHostHabits(db, application.offerId) : null;
  return {
    application,
    weeks: campaign.weeks,
    released: releasedBy(application, all).map(({ id, title, organisation }) => ({
      id,
      title,
      organisation,
    })),
    restorable: canBeRestored(application) && hasRoomToRestore(application, all),
    habits,
    opinion:
      application.status === "confirmed"
        ? await getOpinionSheet(ctx.db, ctx.actor, { applicationId: application.id, at: ctx.clock.now() })
        : null,
    suggestions: sendsElsewhere(application.status)
      ? (await suggest(ctx, campaign, { limit: SUGGESTIONS })).suggestions
      : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { applicationId } = args.params;
  if (!isId(applicationId)) throw notFound();
  const { intent, form } = await readIntent(args.request, INTENTS.pupilApplication);
  switch (intent) {
    case "confirm":
      return confirm(ctx, applicationId);
    case "withdraw":
      return withdraw(ctx, applicationId, wordsSchema.parse(form.get("words")));
    case "restore":
      return restore(ctx, applicationId);
    case "opinion":
      return tellOpinion(ctx, applicationId, form);
  }
}

async function confirm(ctx: ActorRequest, applicationId: string) {
  const outcome = await confirmPlacement(ctx, { applicationId });
  if (outcome.ok) throw redirect(paths.pupil.application(applicationId, { fait: "confirmee" }), 303);
  const { error } = outcome;
  if (error.code === "not_found") throw notFound();
  // A button pressed twice: the first press has done it.
  if (error.code === "not_possible" && error.status === "confirmed")
    throw redirect(paths.pupil.application(applicationId, { fait: "confirmee" }), 303);
  return refused({}, confirmFailureMessage(error));
}

async function restore(ctx: ActorRequest, applicationId: string) {
  const application = await getApplicationOfPupil(ctx.db, ctx.actor, applicationId);
  if (!application) throw notFound();
  const limits = await applicationLimits(ctx, application.offerId);
  const outcome = await underSendingLimits(ctx.app, limits, () => restoreApplication(ctx, { applicationId }));
  if ("tooOften" in outcome) return tooSoon({}, outcome.tooOften);
  if (outcome.ok) throw redirect(paths.pupil.application(applicationId, { fait: "reprise" }), 303);
  const { error } = outcome;
  if (error.code === "not_found") throw notFound();
  // A button pressed twice: the first press has done it.
  if (error.code === "not_possible" && awaitsHost(error.status))
    throw redirect(paths.pupil.application(applicationId, { fait: "reprise" }), 303);
  return refused({}, restoreFailureMessage(error));
}

async function withdraw(ctx: ActorRequest, applicationId: string, words: WithdrawWords | undefined) {
  const outcome = await withdrawApplication(ctx, { applicationId, words });
  if (outcome.ok) throw redirect(paths.pupil.application(applicationId, { fait: "retiree" }), 303);
  const { error } = outcome;
  if (error.code === "not_found") throw notFound();
  if (error.status === "withdrawn")
    throw redirect(paths.pupil.application(applicationId, { fait: "retiree" }), 303);
  return refused({}, withdrawFailureMessage(error.status));
}

async function tellOpinion(ctx: ActorRequest, applicationId: string, form: FormData) {
  const parsed = parseFormData(form, opinionSchema);
  if (!parsed.ok) return invalid(parsed);
  const outcome = await giveOpinion(ctx, { applicationId, ...parsed.value });
  if (outcome.ok) throw redirect(paths.pupil.application(applicationId, { fait: "avis" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused(parsed.typed, opinionFailureMessage(outcome.error));
}

export default function Application() {
  const { application, weeks, opinion, suggestions, ...page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const [query] = useSearchParams();
  const done = doneOn("pupilApplication", query);
  const status = applicationStatusLabel(application.status, "pupil");
  return (
    <Page>
      <PageHeader
        title={application.title}
        crumb="Candidature"
        trail={[
          { to: paths.pupil.home(), label: "Mon espace" },
          { to: paths.pupil.applications(), label: "Mes candidatures" },
        ]}
        lead={`${application.organisation} · ${application.town}`}
        aside={
          <StatusBadge tone={status.tone} small={false}>
            {status.text}
          </StatusBadge>
        }
      />
      {refusal ? (
        <ErrorSummary
          {...(messageOf(refusal) ? { title: "La situation a changé entre-temps" } : {})}
          errors={errorLinks(refusal.errors)}
        />
      ) : done ? (
        <ApplicationDone
          done={done}
          application={application}
          opinionGiven={Boolean(opinion?.given)}
          weeks={weeks}
        />
      ) : null}
      {opinion ? <OpinionSection applicationId={application.id} sheet={opinion} refusal={refusal} /> : null}
      <ApplicationView
        application={application}
        weeks={weeks}
        {...page}
        withdrawing={query.get("retirer") === "oui"}
      />
      <SuggestionSection
        title="Pour continuer votre recherche"
        lead="D’autres offres avec des places, autour de votre lycée."
        suggestions={suggestions}
      />
    </Page>
  );
}
