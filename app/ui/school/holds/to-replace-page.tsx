import { Link } from "@remix-run/react";
import type { HeldSeat, ToReplace } from "#app/domain/holds/hold.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import { deadlineWords } from "#app/kernel/deadline.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ContactText } from "../../components/contact-text.tsx";
import { DataList } from "../../components/data-list.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { CANCEL_REASON_LABELS } from "../../messages/application-steps.ts";
import { weeksInWords } from "../../messages/schools/holds.ts";
import { schoolTrail } from "../school-trail.ts";

type Dated<Held> = Omit<Held, "expiresAt"> & { expiresAt: Date | string };
type Pupil = Omit<ToReplace, "held"> & { held: Dated<HeldSeat>[] };

interface ToReplacePageProps {
  pupils: readonly Pupil[];
  done: DoneCode<"toReplace"> | null;
  refusal: Refusal | undefined;
}

/** Whoever lost a place: whom to call, and seats to keep for them meanwhile. */
export function ToReplacePage({ pupils, done, refusal }: ToReplacePageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="À replacer"
        lead="Les élèves dont le stage est annulé par l’employeur et qui n’en ont pas d’autre."
        trail={schoolTrail}
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="toReplace" done={done} />}
      {pupils.length === 0 ? (
        <EmptyState title="Personne à replacer">
          <p>Si un employeur annule un stage, l’élève apparaît ici aussitôt.</p>
        </EmptyState>
      ) : null}
      {pupils.map((pupil) => (
        <section key={pupil.applicationId} aria-labelledby={`eleve-${pupil.applicationId}`}>
          <h2 id={`eleve-${pupil.applicationId}`}>{pupil.pupilName}</h2>
          <Situation pupil={pupil} />
          {pupil.held.length > 0 ? <Held held={pupil.held} /> : <Hold pupil={pupil} />}
        </section>
      ))}
    </Page>
  );
}

function Situation({ pupil }: { pupil: Pupil }) {
  const { className, classGroupId, weeks, since, reason, offerTitle, hostName, hostContact, family } = pupil;
  return (
    <DataList
      items={[
        { term: "Classe", details: <Link to={paths.school.classGroup(classGroupId)}>{className}</Link> },
        { term: "Sans stage pour", details: weeksInWords(weeks) },
        {
          term: "Stage annulé",
          details: `${offerTitle}, ${hostName}, le ${frenchDate(since)}.${reason ? ` ${CANCEL_REASON_LABELS[reason]}` : ""}`,
        },
        ...(hostContact
          ? [{ term: "Joindre l’employeur", details: <ContactText text={hostContact} /> }]
          : []),
        {
          term: "Joindre la famille",
          details:
            family.length === 0 ? (
              "Aucun responsable connu"
            ) : (
              <ul>
                {family.map(({ name, phone, email }) => (
                  <li key={name}>
                    <ContactText text={[name, phone ?? email ?? "ni téléphone ni e-mail"].join(", ")} />
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

function Hold({ pupil: { applicationId, pupilName } }: { pupil: Pupil }) {
  return (
    <SubmitForm>
      <HiddenField name="applicationId" value={applicationId} />
      <p>
        Le service choisit jusqu’à trois places libres, du même domaine d’abord, puis les plus proches.
        Personne d’autre ne peut les prendre pendant deux jours.
      </p>
      <SubmitButton intent="hold">
        Garder trois places<span className="fr-sr-only"> pour {pupilName}</span>
      </SubmitButton>
    </SubmitForm>
  );
}

function Held({ held }: { held: readonly Dated<HeldSeat>[] }) {
  return (
    <>
      <h3>Places gardées</h3>
      <ul>
        {held.map(({ id, offerId, title, hostName, town, expiresAt }) => (
          <li key={id}>
            <Link to={paths.offer(offerId)}>{title}</Link>, {hostName}, {town}, jusqu’au{" "}
            {deadlineWords(new Date(expiresAt), { weekday: true })}
            <SubmitForm>
              <HiddenField name="holdId" value={id} />
              <SubmitButton intent="release" variant="tertiary" size="sm">
                Libérer<span className="fr-sr-only"> la place : {title}</span>
              </SubmitButton>
            </SubmitForm>
          </li>
        ))}
      </ul>
    </>
  );
}
