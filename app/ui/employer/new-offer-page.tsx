import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import type { JobFinding } from "#app/domain/offers/disguised-job.ts";
import type { OfferStep } from "#app/domain/offers/drafts/offer-draft.ts";
import type { HoldReason } from "#app/domain/offers/moderation/hold.ts";
import type { PreviewedOffer } from "#app/domain/offers/drafts/offer-form.ts";
import type { StepFailure } from "#app/domain/offers/offer.failures.ts";
import type { HoursFinding } from "#app/domain/hours/hours-rules.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { messageOf, type Refusal } from "../forms/refusal.ts";
import { stepErrors } from "../messages/offers.ts";
import { employerTrail } from "./employer-trail.ts";
import { slipField } from "./hours-at-fault.ts";
import { InternshipStep } from "./internship-step.tsx";
import { OfferPreview, PreviewWarnings } from "./offer-preview.tsx";
import { OfferStepForm, stepFields } from "./offer-step-form.tsx";
import { OrganisationStep } from "./organisation-step.tsx";
import { PlaceStep } from "./place-step.tsx";

interface StepPage {
  kind: "step";
  draftId: string;
  step: OfferStep;
  values: Record<string, string | string[]>;
  failure: StepFailure | null;
  families: SectorFamily[];
  organisations: { id: string; name: string }[];
  weeks: InternshipWeek[];
}

interface PreviewPage {
  kind: "preview";
  draftId: string;
  offer: PreviewedOffer;
  signs: JobFinding[];
  holds: HoldReason[];
  hours: HoursFinding[];
  approximate: boolean;
}

type NewOfferPageData = StepPage | PreviewPage | { kind: "closed" };

interface NewOfferPageProps {
  page: NewOfferPageData;
  failure: StepFailure | null;
  refusal: Refusal | undefined;
}

export function NewOfferPage({ page, failure, refusal }: NewOfferPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Publier une offre"
        trail={[...employerTrail, { to: paths.employer.offers(), label: "Mes offres" }]}
      />
      {page.kind === "closed" ? (
        <EmptyState
          title="Aucune période de stage n’est ouverte pour le moment."
          suggestions={[{ to: paths.employer.offers(), label: "Revenir à mes offres" }]}
        />
      ) : page.kind === "step" ? (
        <Step page={page} failure={failure ?? page.failure} />
      ) : (
        <Preview page={page} message={messageOf(refusal)} />
      )}
    </Page>
  );
}

function Step({ page, failure }: { page: StepPage; failure: StepFailure | null }) {
  const { text } = stepFields(page.values, {});
  const errors = failure ? stepErrors(failure, (slip) => slipField(slip, text)) : {};
  const fields = stepFields(page.values, errors);
  return (
    <OfferStepForm draftId={page.draftId} step={page.step} errors={errors}>
      {page.step === 1 ? (
        <OrganisationStep {...fields} organisations={page.organisations} />
      ) : page.step === 2 ? (
        <InternshipStep {...fields} families={page.families} />
      ) : (
        <PlaceStep {...fields} weeks={page.weeks} failure={failure} />
      )}
    </OfferStepForm>
  );
}

function Preview({ page, message }: { page: PreviewPage; message: string | null }) {
  const backTo = (step: OfferStep) =>
    paths.employer.newOffer({ brouillon: page.draftId, etape: String(step) });
  return (
    <>
      <h2>Relire et publier</h2>
      {message ? <Notice tone="warning" title={message} level={3} live /> : null}
      <p>
        Voici ce que les élèves liront. La rue ne leur est donnée qu’après votre accord
        {page.offer.addressLine ? <>&nbsp;: {page.offer.addressLine}</> : null}.
      </p>
      <PreviewWarnings signs={page.signs} holds={page.holds} hours={page.hours} />
      {page.approximate ? (
        <Notice title="Lieu approximatif" level={3}>
          <p>La commune est connue à quelques kilomètres près&nbsp;: les distances seront arrondies.</p>
        </Notice>
      ) : null}
      <OfferPreview offer={page.offer} />
      <SubmitForm action={paths.employer.newOffer({ brouillon: page.draftId, etape: "apercu" })}>
        <HiddenIntent value="publish" />
        <input type="hidden" name="brouillon" value={page.draftId} />
        <ButtonRow>
          <SubmitButton>Publier l'offre</SubmitButton>
          <ButtonLink variant="secondary" to={backTo(2)}>
            Modifier le stage
          </ButtonLink>
          <ButtonLink variant="secondary" to={backTo(3)}>
            Modifier le lieu ou les horaires
          </ButtonLink>
        </ButtonRow>
      </SubmitForm>
    </>
  );
}
