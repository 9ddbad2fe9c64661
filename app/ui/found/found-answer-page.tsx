import { Link } from "@remix-run/react";
import type { FoundRequest } from "#app/domain/found/found-internship.ts";
import { FOUND_REFUSALS } from "#app/domain/found/found-internship.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { deadlineWords } from "#app/kernel/deadline.ts";
import { ofName } from "#app/kernel/text.ts";
import type { DoneCode } from "#app/paths.ts";
import { paths } from "#app/paths.ts";
import { HostPartFields, HostPartForm } from "../agreements/host-part-form.tsx";
import { AgreementRemarks } from "../agreements/agreement-remarks.tsx";
import { partFields } from "../agreements/part-fields.ts";
import { ContactText } from "../components/contact-text.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { REFUSAL_CHOICES } from "../messages/follow-up/found.ts";
import type { FoundPart } from "./found-part.ts";

interface FoundAnswerPageProps {
  token: string;
  request: FoundRequest;
  /** Whether the host may still answer. */
  open: boolean;
  /** The host's part of the agreement, once it exists. */
  part: FoundPart | null;
  done: DoneCode<"found"> | null;
  refusal: Refusal | undefined;
}

/** For a host without account: what it commits to, its yes or its no, then its part of the agreement. */
export function FoundAnswerPage({ token, request, open, part, done, refusal }: FoundAnswerPageProps) {
  const { pupilFirstName, hostName, schoolName, startsOn, endsOn } = request;
  return (
    <Page narrow>
      <PageHeader
        title={`Le stage ${ofName(pupilFirstName)} chez vous`}
        lead={`${hostName}, ${frenchPeriod(startsOn, endsOn)}. ${schoolName}. Aucun compte n’est nécessaire.`}
      />
      <DoneNotice page="found" done={refusal ? null : done} />
      {refusal ? <ErrorSummary errors={errorLinks(refusal.errors)} /> : null}
      {open ? <Answer request={request} refusal={refusal} /> : null}
      {request.state === "confirmed" ? <Confirmed token={token} part={part} refusal={refusal} /> : null}
      {!open && request.state !== "confirmed" ? <Over request={request} /> : null}
      <School request={request} />
    </Page>
  );
}

function Answer({ request, refusal }: Pick<FoundAnswerPageProps, "request" | "refusal">) {
  const { pupilFirstName, expiresAt, startsOn, endsOn } = request;
  const schedule = { startsOn, endsOn, hoursGrid: DEFAULT_HOURS_GRID };
  return (
    <>
      <p>Répondez jusqu’au {deadlineWords(expiresAt)}. Vous pouvez revenir plus tard avec le même lien.</p>
      <section aria-labelledby="engagement">
        <h2 id="engagement">Ce à quoi vous vous engagez</h2>
        <ul>
          <li>
            Accueillir l’élève en observation&nbsp;: pas de travail, pas de machine dangereuse, pas de
            salaire.
          </li>
          <li>7 heures par jour et 35 heures par semaine au plus, entre 6 h et 20 h, avec une pause.</li>
          <li>Une personne accompagne l’élève et répond à ses questions.</li>
          <li>Prévenir aussitôt l’établissement d’une absence ou d’un accident.</li>
          <li>Signer la convention avec la famille et l’établissement avant le premier jour.</li>
        </ul>
      </section>
      <section aria-labelledby="oui">
        <h2 id="oui">Oui, nous accueillons {pupilFirstName}</h2>
        <SubmitForm mandatory="unmarked">
          <HiddenIntent value="confirm" />
          <HostPlaceFields hostName={request.hostName} refusal={refusal} />
          <HostPartFields before={{}} schedule={schedule} birthDate={null} findings={[]} refusal={refusal} />
          <SubmitButton>Confirmer ce stage</SubmitButton>
        </SubmitForm>
      </section>
      <section aria-labelledby="non">
        <h2 id="non">Non</h2>
        <Disclosure title="Refuser ce stage" open={refusal?.errors.refusal !== undefined}>
          <SubmitForm mandatory="one">
            <HiddenIntent value="refuse" />
            <RadioGroup
              name="refusal"
              label="Pourquoi ?"
              hint="L’élève et l’établissement lisent la raison choisie."
              required
              error={refusal?.errors.refusal?.[0]}
              options={FOUND_REFUSALS.map((value) => ({ value, label: REFUSAL_CHOICES[value] }))}
            />
            <SubmitButton variant="secondary">Refuser ce stage</SubmitButton>
          </SubmitForm>
        </Disclosure>
      </section>
    </>
  );
}

function HostPlaceFields({ hostName, refusal }: { hostName: string; refusal: Refusal | undefined }) {
  const field = partFields({ name: hostName }, refusal);
  return (
    <>
      <TextField {...field("name")} label="Nom de votre structure" autoComplete="organization" required />
      <TextField
        {...field("siret")}
        label="SIRET"
        hint="14 chiffres, par exemple sur une facture ou un avis de situation."
        inputMode="numeric"
        width="medium"
        spellCheck={false}
        required
      />
      <TextField
        {...field("addressLine")}
        label="Numéro et rue où l’élève viendra"
        autoComplete="address-line1"
        required
      />
      <TextField
        {...field("postcode")}
        label="Code postal"
        width="short"
        inputMode="numeric"
        autoComplete="postal-code"
        required
      />
      <TextField {...field("town")} label="Ville" autoComplete="address-level2" required />
    </>
  );
}

function Confirmed({ token, part, refusal }: Pick<FoundAnswerPageProps, "token" | "part" | "refusal">) {
  if (!part)
    return (
      <Notice title="Ce stage est annulé">
        <p>Vous n’avez plus rien à faire.</p>
      </Notice>
    );
  return (
    <section aria-labelledby="convention">
      <h2 id="convention">La convention</h2>
      <AgreementRemarks remarks={part.remarks} reader="host" />
      {part.hasPdf ? (
        <p>
          L’équipe enseignante a validé la convention.{" "}
          <Link to={paths.foundPdf(token)} reloadDocument>
            Ouvrir la convention (PDF)
          </Link>
        </p>
      ) : (
        <p>
          Vous avez confirmé ce stage. L’équipe enseignante relit la convention, puis l’établissement vous la
          donne à signer.
        </p>
      )}
      {part.mayFill ? (
        <Disclosure title="Corriger votre partie" open={refusal !== undefined || part.remarks.length > 0}>
          <HostPartForm
            content={part.content}
            contentHash={part.contentHash}
            checks={part.checks}
            refusal={refusal}
            intent="fill"
          />
        </Disclosure>
      ) : null}
    </section>
  );
}

function Over({ request: { state, refusal } }: Pick<FoundAnswerPageProps, "request">) {
  const text =
    state === "refused"
      ? `Vous avez refusé ce stage${refusal ? `\u00a0: «\u00a0${REFUSAL_CHOICES[refusal]}\u00a0»` : ""}. L’établissement en est prévenu.`
      : state === "taken_back"
        ? "L’établissement ou l’élève a annulé cette demande."
        : "Le délai pour répondre est passé. Si vous accueillez cet élève, appelez l’établissement\u00a0: il vous enverra un nouveau lien.";
  return (
    <Notice title="Cette demande n’attend plus de réponse">
      <p>{text}</p>
    </Notice>
  );
}

function School({ request: { schoolName, schoolTown, schoolPhone } }: Pick<FoundAnswerPageProps, "request">) {
  return (
    <section aria-labelledby="lycee">
      <h2 id="lycee">L’établissement</h2>
      <p>
        {schoolName}, {schoolTown}
        {schoolPhone ? (
          <>
            {" "}
            · <ContactText text={schoolPhone} />
          </>
        ) : null}
      </p>
    </section>
  );
}
