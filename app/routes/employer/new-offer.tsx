import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  getOfferDraft,
  getOfferPreview,
  getOfferStep,
} from "#app/domain/offers/drafts/offer-form.queries.server.ts";
import { draftFromForm, OFFER_STEPS, type OfferStep } from "#app/domain/offers/drafts/offer-draft.ts";
import type { StepFailure } from "#app/domain/offers/offer.failures.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import { saveOfferDraft } from "#app/domain/offers/drafts/save-offer-draft.server.ts";
import { isId, newId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { NewOfferPage } from "#app/ui/employer/new-offer-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { publishFailureMessage, stepErrors } from "#app/ui/messages/offers.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { conflict, notFound } from "#app/web/errors.server.ts";
import { readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (page?.kind === "preview") return [{ title: pageTitle("Relire et publier une offre") }];
  if (page?.kind !== "step") return [{ title: pageTitle("Publier une offre") }];
  const title = `Publier une offre, étape ${page.step} sur ${OFFER_STEPS.length}`;
  return [{ title: pageTitle(title, { hasErrors: page.failure !== null }) }];
};

const PREVIEW = "apercu";

function stepOf(text: unknown): OfferStep {
  return OFFER_STEPS.find((step) => String(step) === text) ?? 1;
}

function draftIdOf(text: FormDataEntryValue | null): string | null {
  if (text === null) return null;
  if (typeof text !== "string" || !isId(text)) throw notFound();
  return text;
}

export async function loader(args: LoaderFunctionArgs) {
  const { app, ...base } = await requireActor(args, "employer");
  const ctx = { ...base, places: app.places };
  const query = new URL(args.request.url).searchParams;
  const draftId = draftIdOf(query.get("brouillon"));
  const found = await getOfferDraft(ctx.db, ctx.actor, { draftId, at: ctx.clock.now() });
  if (found.kind === "no_campaign") return { kind: "closed" as const };
  if (found.kind === "not_found") throw notFound();
  if (found.kind === "published") throw redirect(paths.employer.offer(draftId ?? ""));
  if (draftId && query.get("etape") === PREVIEW) {
    const preview = await getOfferPreview(ctx, found);
    if (preview.kind === "incomplete") throw redirect(stepToCorrect(draftId, preview.step));
    return { ...preview, draftId };
  }
  if (draftId && !query.has("etape")) throw redirect(await whereLeft(ctx, draftId, found));
  const step = draftId ? stepOf(query.get("etape")) : 1;
  const options = { step, review: query.has("revoir"), organisationId: query.get("structure") };
  const page = await getOfferStep(ctx, found, options);
  return { kind: "step" as const, draftId: draftId ?? newId(), step, ...page };
}

/** A draft opens where its author left it: at the first step that lacks something, else at the preview. */
async function whereLeft(
  ctx: Parameters<typeof getOfferPreview>[0],
  draftId: string,
  found: Parameters<typeof getOfferPreview>[1],
): Promise<string> {
  const preview = await getOfferPreview(ctx, found);
  const etape = preview.kind === "incomplete" ? String(preview.step) : PREVIEW;
  return paths.employer.newOffer({ brouillon: draftId, etape });
}

export async function action(args: ActionFunctionArgs) {
  const request = await requireActor(args, "employer");
  const { intent, form } = await readIntent(args.request, INTENTS.newOffer);
  const draftId = draftIdOf(form.get("brouillon"));
  if (!draftId) throw notFound();
  if (intent === "publish") return publish(request, draftId);
  const step = stepOf(form.get("etape"));
  const ctx = { ...request, places: request.app.places };
  const saved = await saveOfferDraft(ctx, { draftId, step, typed: draftFromForm(form, step) });
  if (!saved.ok && saved.error.code === "not_found") throw notFound();
  if (!saved.ok && (saved.error.code === "no_campaign" || saved.error.code === "too_many_drafts"))
    throw conflict(saved.error.code);
  if (!saved.ok && saved.error.code === "already_published")
    throw redirect(paths.employer.offer(draftId), 303);
  if (intent === "later") throw redirect(paths.employer.offers({ fait: "brouillon" }), 303);
  if (!saved.ok && saved.error.code === "to_correct") return toCorrect(saved.error.failure);
  const etape = step < 3 ? String(step + 1) : PREVIEW;
  throw redirect(paths.employer.newOffer({ brouillon: draftId, etape }), 303);
}

/** What was typed is in the draft, wrong as it may be: the page reads it there. */
function toCorrect(failure: StepFailure) {
  return data({ errors: stepErrors(failure), values: {}, failure }, { status: 422 });
}

async function publish(request: ActorRequest, draftId: string) {
  const { places, geocoder } = request.app;
  const outcome = await underSendingLimits(request.app, { "send-offer": request.actor.personId }, () =>
    publishOffer({ ...request, places, geocoder }, { draftId }),
  );
  if ("tooOften" in outcome) return tooSoon({}, outcome.tooOften);
  if (outcome.ok) {
    const { offerId, held } = outcome.value;
    throw redirect(paths.employer.offer(offerId, { fait: held ? "examen" : "publiee" }), 303);
  }
  const failure = outcome.error;
  if (failure.code === "not_found") throw notFound();
  if (failure.code === "incomplete") throw redirect(stepToCorrect(draftId, failure.step), 303);
  return refused({}, publishFailureMessage(failure));
}

function stepToCorrect(draftId: string, step: OfferStep): string {
  return paths.employer.newOffer({ brouillon: draftId, etape: String(step), revoir: "oui" });
}

export default function NewOffer() {
  const refusal = useActionData<typeof action>();
  return (
    <NewOfferPage
      page={useLoaderData<typeof loader>()}
      failure={refusal && "failure" in refusal ? refusal.failure : null}
      refusal={refusal}
    />
  );
}
