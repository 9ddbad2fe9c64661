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
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from "@remix-run/react";

import { submitApplicationSchema } from "#app/domain/applications/application.schema.ts";
import { getApplyPage } from "#app/domain/applications/views/apply-page.queries.server.ts";
import { composeLetter } from "#app/domain/applications/letters/letter.ts";
import { draftLetterSchema } from "#app/domain/applications/letters/letter.schema.ts";
import { PERIOD_CHOICES } from "#app/domain/applications/views/pupil-application.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { ErrorSummary, errorLinks } from "#app/ui/components/error-summary.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { AUTOSAVE, isAutosave } from "#app/ui/forms/autosave.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { submitFailureMessage } from "#app/ui/messages/applications.ts";
import { ApplyForm } from "#app/ui/pupil/apply/apply-form.tsx";
import { ApplyNotice } from "#app/ui/pupil/apply/apply-notice.tsx";
import { ApplyObstacle } from "#app/ui/pupil/apply/apply-obstacle.tsx";
import { HostHabitsText } from "#app/ui/pupil/host-habits-text.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { applicationLimits, underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Candidater : ${data.offer.title}` : "Candidater") },
];

/** A refusal may mean that the offer has changed: the page is read again, but for a draft kept in passing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData }) => !isAutosave(formData);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const reuse = new URL(args.request.url).searchParams.get("lettre") ?? undefined;
  return readPage(ctx, args.params.offerId, isId(reuse) ? reuse : null);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { offerId } = args.params;
  if (!isId(offerId)) throw notFound();
  const { intent, form } = await readIntent(args.request, INTENTS.apply);
  for (const [name, value] of [...form]) form.set(name, asTyped(value));
  switch (intent) {
    case AUTOSAVE:
      return autosave(ctx, offerId, form);
    case "draft":
      return saveDraft(ctx, offerId, form);
    case "compose":
      composeIn(form);
      return saveDraft(ctx, offerId, form, { composed: true });
    case "submit":
      return submit(ctx, offerId, form);
  }
}

/** A draft that cannot be kept in passing is a word beside the letter, never a lost page. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const sent = new URLSearchParams(await request.clone().text());
  if (!isAutosave(sent)) return serverAction<typeof action>();
  try {
    return await serverAction<typeof action>();
  } catch {
    return { autosave: { failed: true } as const };
  }
}

async function readPage(ctx: ActorRequest, offerId: string | undefined, reuse: string | null = null) {
  const page = isId(offerId)
    ? await getApplyPage(ctx.db, ctx.actor, { offerId, reuse, at: ctx.clock.now() })
    : null;
  if (!page) throw notFound();
  return page;
}

/** Browsers send two characters a line end: the pupil typed, and counted, one. */
function asTyped(text: FormDataEntryValue | null): string {
  return typeof text === "string" ? text.replaceAll("\r\n", "\n") : "";
}

async function autosave(ctx: ActorRequest, offerId: string, form: FormData) {
  const parsed = parseFormData(form, draftLetterSchema);
  if (!parsed.ok) return { autosave: { failed: true } as const };
  const { motivation, ...notes } = parsed.value;
  const saved = await saveDraftApplication(ctx, { offerId, motivation, notes });
  if (saved.ok) return { autosave: saved.value };
  if (saved.error.code === "not_found") throw notFound();
  return { autosave: { failed: true } as const };
}

async function saveDraft(ctx: ActorRequest, offerId: string, form: FormData, { composed = false } = {}) {
  const parsed = parseFormData(form, draftLetterSchema);
  if (!parsed.ok) return invalid(parsed);
  const { motivation, ...notes } = parsed.value;
  const saved = await saveDraftApplication(ctx, { offerId, motivation, notes });
  if (!saved.ok) {
    if (saved.error.code === "not_found") throw notFound();
    return refused(parsed.typed, submitFailureMessage(saved.error));
  }
  throw redirect(
    composed
      ? `${paths.apply(offerId, { fait: "composee" })}#motivation`
      : paths.apply(offerId, { fait: "brouillon" }),
    303,
  );
}

/** Puts the three answers together in the letter. */
function composeIn(form: FormData): void {
  const answer = (name: string) => asTyped(form.get(name));
  const notes = {
    attraction: answer("attraction"),
    background: answer("background"),
    curiosity: answer("curiosity"),
  };
  form.set("motivation", composeLetter(notes, answer("motivation")));
}

async function submit(ctx: ActorRequest, offerId: string, form: FormData) {
  await readPage(ctx, offerId);
  const parsed = parseFormData(form, submitApplicationSchema);
  if (!parsed.ok) return invalid(parsed);
  const { motivation, periode } = parsed.value;
  const limits = await applicationLimits(ctx, offerId);
  const sent = await underSendingLimits(ctx.app, limits, () =>
    submitApplication(ctx, { offerId, motivation, choice: PERIOD_CHOICES[periode] }),
  );
  if ("tooOften" in sent) return tooSoon(parsed.typed, sent.tooOften);
  if (sent.ok) throw redirect(paths.pupil.application(sent.value.applicationId, { fait: "envoyee" }), 303);
  if (sent.error.code === "already_applied") {
    // A button pressed twice: the first press has done it.
    const { current } = await readPage(ctx, offerId);
    if (current) throw redirect(paths.pupil.application(current.id, { fait: "deja-envoyee" }), 303);
  }
  const aboutWeeks = sent.error.code === "weeks_not_open" || sent.error.code === "week_already_taken";
  return refused(parsed.typed, submitFailureMessage(sent.error), aboutWeeks ? "periode" : undefined);
}

export default function Apply() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const refusal = answer && "errors" in answer ? answer : undefined;
  const { offer, current, reused, habits } = page;
  return (
    <Page narrow>
      <PageHeader
        title="Votre candidature"
        crumb="Candidature"
        trail={[
          { to: paths.offers(), label: "Offres" },
          { to: paths.offer(offer.id), label: offer.title },
        ]}
        lead={`${offer.title} · ${offer.organisation}, ${offer.town}`}
      />
      <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
      {refusal ? null : (
        <ApplyNotice done={doneOn("apply", query)} offerId={offer.id} reused={reused !== null} />
      )}
      <ApplyObstacle page={page} />
      {current ? null : (
        <>
          <HostHabitsText habits={habits} />
          <ApplyForm key={reused?.applicationId ?? "draft"} page={page} refusal={refusal} />
        </>
      )}
    </Page>
  );
}
