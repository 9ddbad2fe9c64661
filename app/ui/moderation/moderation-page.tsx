import { Link } from "@remix-run/react";
import type { OrganisationProof } from "#app/domain/hosts/organisation-proof.ts";
import { formatSiret } from "#app/domain/hosts/siret.ts";
import type { HoldDecision, HoldReason } from "#app/domain/offers/moderation/hold.ts";
import { EXPLANATION_LENGTH } from "#app/domain/offers/moderation/moderation.schema.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DataList } from "../components/data-list.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { PlainText } from "../components/plain-text.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { DECISIONS, holdReasonText, proofText } from "./moderation-texts.ts";
import { adminTrail } from "#app/ui/admin/admin-trail.ts";

interface HeldOffer {
  id: string;
  title: string | null;
  description: string | null;
  activities: string | null;
  lunch: string | null;
  accessNote: string | null;
  supervisorName: string | null;
  reasons: HoldReason[];
  heldAt: Date;
  proposedName: string | null;
  organisation: string;
  siret: string;
  proof: OrganisationProof | null;
  town: string;
  authorFirstName: string | null;
  authorLastName: string | null;
  authorEmail: string | null;
}

interface Decision {
  id: string;
  title: string | null;
  organisation: string | null;
  decision: HoldDecision | null;
  decidedAt: Date | null;
  explanation: string | null;
  byFirstName: string | null;
  byLastName: string | null;
}

interface ModerationPageProps {
  held: readonly HeldOffer[];
  total: number;
  decisions: readonly Decision[];
  done: DoneCode<"moderation"> | null;
  refusal: Refusal | undefined;
}

/** Offers that wait to be read before pupils see them, the oldest first, then what was decided. */
export function ModerationPage({ held, total, decisions, done, refusal }: ModerationPageProps) {
  return (
    <Page>
      <PageHeader
        title="Modération"
        trail={adminTrail}
        lead="Ces offres attendent qu’une personne les lise avant que des élèves les voient. Approuver une offre vérifie aussi sa structure."
      />
      {refusal ? null : <DoneNotice page="moderation" done={done} />}
      <RefusalNotice refusal={refusal} />
      {held.length > 0 ? (
        <section aria-labelledby="attente">
          <h2 id="attente">{plural(total, "offre")} à lire</h2>
          <ul className="agreement-list">
            {held.map((offer) => (
              <HeldOfferItem key={offer.id} offer={offer} refusal={refusal} />
            ))}
          </ul>
        </section>
      ) : (
        <EmptyState title="Aucune offre n’attend d’être lue." />
      )}
      <p>
        <Link to={paths.admin.siretHolder()}>
          Une structure porte le SIRET d’une autre&nbsp;? Le lui retirer
        </Link>
      </p>
      {decisions.length > 0 ? <Decisions decisions={decisions} /> : null}
    </Page>
  );
}

function HeldOfferItem({ offer, refusal }: { offer: HeldOffer; refusal: Refusal | undefined }) {
  const { id, organisation, proposedName, siret, proof, town, heldAt } = offer;
  const author = [offer.authorFirstName, offer.authorLastName].filter(Boolean).join(" ");
  const texts = [offer.description, offer.activities, offer.lunch, offer.accessNote].filter(
    (text) => text !== null,
  );
  return (
    <li className="agreement-item">
      <h3 className="agreement-item__title" id={`offre-${id}`}>
        {typeset(offer.title ?? "Offre sans titre")}
      </h3>
      <p>Retenue le {frenchDateTime(new Date(heldAt))}&nbsp;:</p>
      <ul>
        {offer.reasons.map((reason) => (
          <li key={holdReasonText(reason)}>{typeset(holdReasonText(reason))}</li>
        ))}
      </ul>
      <DataList
        items={[
          {
            term: "Structure",
            details: proposedName ? `${organisation}, demande à s’appeler ${proposedName}` : organisation,
          },
          { term: "SIRET", details: `${formatSiret(siret)} (${proofText(proof)})` },
          { term: "Lieu", details: town },
          {
            term: "Écrite par",
            details: author ? `${author}, ${offer.authorEmail ?? "sans adresse"}` : "Compte effacé",
          },
          ...(offer.supervisorName ? [{ term: "Tuteur ou tutrice", details: offer.supervisorName }] : []),
        ]}
      />
      <Disclosure title="Lire les textes de l’offre">
        {texts.map((text) => (
          <PlainText key={text} text={text} />
        ))}
      </Disclosure>
      <SubmitForm>
        <HiddenField name="offerId" value={id} />
        <SubmitButton intent="approve" describedBy={`offre-${id}`}>
          Approuver
        </SubmitButton>
      </SubmitForm>
      <SubmitForm mandatory="one">
        <HiddenField name="offerId" value={id} />
        <TextAreaField
          id={`explanation-${id}`}
          name="explanation"
          label="Ce que la personne doit corriger"
          hint="Elle le reçoit par e-mail, tel quel."
          rows={3}
          required
          minLength={EXPLANATION_LENGTH.min}
          maxLength={EXPLANATION_LENGTH.max}
          defaultValue={refusal?.errors[`explanation-${id}`] ? textOf(refusal, "explanation") : ""}
          error={refusal?.errors[`explanation-${id}`]?.[0]}
        />
        <SubmitButton intent="reject" variant="secondary" describedBy={`offre-${id}`}>
          Refuser avec cette explication
        </SubmitButton>
      </SubmitForm>
    </li>
  );
}

function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Dernières décisions</h2>
      <ul>
        {decisions.map(({ id, title, organisation, decision, decidedAt, explanation, ...by }) => (
          <li key={id}>
            {typeset(`« ${title ?? "Offre sans titre"} »${organisation ? `, ${organisation}` : ""} : `)}
            {decision ? DECISIONS[decision] : ""}
            {decidedAt ? ` le ${frenchDateTime(new Date(decidedAt))}` : ""}
            {by.byFirstName ? ` par ${by.byFirstName} ${by.byLastName ?? ""}` : ""}
            {explanation ? typeset(` : « ${explanation} »`) : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}
