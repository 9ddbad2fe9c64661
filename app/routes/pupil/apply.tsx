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

import {
  draftApplicationSchema,
  submitApplicationSchema,
} from "#app/domain/applications/application.schema.ts";
import { getApplyPage } from "#app/domain/applications/apply-page.queries.server.ts";
import { PERIOD_CHOICES } from "#app/domain/applications/pupil-application.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, errorLinks } from "#app/ui/components/error-summary.tsx";
import { Notice } from "#app/ui/components/notice.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { submitFailureMessage } from "#app/ui/messages/applications.ts";
import { ApplyForm } from "#app/ui/pupil/apply-form.tsx";
import { ApplyObstacle } from "#app/ui/pupil/apply-obstacle.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readForm, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Candidater : ${data.offer.title}` : "Candidater") },
];

/** A refusal may mean that the offer has changed: the page is read again. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  return readPage(ctx, args.params.offerId);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { offer } = await readPage(ctx, args.params.offerId);
  const form = await readForm(args.request);
  form.set("motivation", asTyped(form.get("motivation")));
  return form.get("intent") === "draft" ? saveDraft(ctx, offer.id, form) : submit(ctx, offer.id, form);
}

async function readPage(ctx: ActorRequest, offerId: string | undefined) {
  const page = isId(offerId) ? await getApplyPage(ctx, offerId) : null;
  if (!page) throw notFound();
  return page;
}

/** Browsers send two characters a line end: the pupil typed, and counted, one. */
function asTyped(text: FormDataEntryValue | null): string {
  return typeof text === "string" ? text.replaceAll("\r\n", "\n") : "";
}

async function saveDraft(ctx: ActorRequest, offerId: string, form: FormData) {
  const parsed = parseFormData(form, draftApplicationSchema);
  if (!parsed.ok) return invalid(parsed);
  const saved = await saveDraftApplication(ctx, { offerId, ...parsed.value });
  if (!saved.ok) return refused(parsed.typed, submitFailureMessage(saved.error));
  throw redirect(paths.apply(offerId, { fait: "brouillon" }), 303);
}

async function submit(ctx: ActorRequest, offerId: string, form: FormData) {
  const parsed = parseFormData(form, submitApplicationSchema);
  if (!parsed.ok) return invalid(parsed);
  const { motivation, periode } = parsed.value;
  const sent = await submitApplication(ctx, { offerId, motivation, choice: PERIOD_CHOICES[periode] });
  if (sent.ok) throw redirect(paths.pupil.application(sent.value.applicationId, { fait: "envoyee" }), 303);
  if (sent.error.code === "already_applied") {
    // A button pressed twice: the first press has done it.
    const { current } = await readPage(ctx, offerId);
    if (current) throw redirect(paths.pupil.application(current.id, { fait: "deja-envoyee" }), 303);
  }
  const aboutWeeks = sent.error.code === "weeks_not_open" || sent.error.code === "week_already_taken";
  return refused(parsed.typed, submitFailureMessage(sent.error), aboutWeeks ? "periode" : "");
}

export default function Apply() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const errors = answer?.errors ?? {};
  return (
    <Page narrow>
      <PageHeader
        title="Votre candidature"
        crumb="Candidature"
        trail={[
          { to: paths.offers(), label: "Offres" },
          { to: paths.offer(page.offer.id), label: page.offer.title },
        ]}
        lead={`${page.offer.title} · ${page.offer.organisation}, ${page.offer.town}`}
      />
      <ErrorSummary errors={errorLinks(errors)} />
      {query.get("fait") === "brouillon" && !answer ? (
        <Notice tone="success" title="Brouillon enregistré" live>
          <p>Vous le retrouverez ici et dans votre espace. L’employeur ne le voit pas.</p>
        </Notice>
      ) : null}
      <ApplyObstacle page={page} />
      {page.current ? null : <ApplyForm page={page} errors={errors} values={answer?.values ?? {}} />}
    </Page>
  );
}
