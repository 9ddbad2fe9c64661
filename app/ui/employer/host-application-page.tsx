import { Link } from "@remix-run/react";
import { DECLINE_REASONS, isLive, nextStatus } from "#app/domain/applications/application.ts";
import type {
  HostApplicationDetail,
  PupilIdentity,
} from "#app/domain/applications/views/host-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { ofName } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { DataList } from "../components/data-list.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { PlainText } from "../components/plain-text.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { TakeBackForm } from "../components/take-back-form.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { Timeline } from "../components/timeline.tsx";
import { messageOf, textOf, type Refusal } from "../forms/refusal.ts";
import { applicationStep, DECLINE_REASON_LABELS } from "../messages/application-steps.ts";
import { applicationStatusLabel } from "../messages/applications.ts";
import { hostExplanation } from "../messages/host-applications.ts";
import { describeDaysLeft } from "./application-items.tsx";
import { employerTrail } from "./employer-trail.ts";
import { describeWeeks } from "./week-texts.ts";

interface HostApplicationPageProps {
  application: HostApplicationDetail;
  pupil: string;
  daysLeft: number | null;
  weeks: InternshipWeek[];
  /** Until when a refusal just given can be taken back. */
  takeBackUntil: Date | null;
  done: DoneCode<"hostApplication"> | null;
  refusal: Refusal | undefined;
}

/** One application: read it, answer it, follow it. */
export function HostApplicationPage(props: HostApplicationPageProps) {
  const { application, pupil, daysLeft, weeks, takeBackUntil, done, refusal } = props;
  const label = applicationStatusLabel(application.status, "host");
  return (
    <Page narrow>
      <PageHeader
        title={`Candidature ${ofName(application.firstName)}`}
        trail={[...employerTrail, { to: paths.employer.applications(), label: "Candidatures reçues" }]}
        aside={<StatusBadge tone={label.tone}>{label.text}</StatusBadge>}
      />
      {messageOf(refusal) ? null : <DoneNotice page="hostApplication" done={done} />}
      <RefusalNotice refusal={refusal} tone="error" />
      <TakeBackForm until={takeBackUntil} intent="take_back" label="Annuler ce refus">
        L’élève recevra un nouveau message.
      </TakeBackForm>
      <p>
        {typeset(hostExplanation(application, application.firstName))}
        {application.agreementId ? (
          <>
            {" "}
            <Link to={paths.employer.agreement(application.agreementId)}>Voir la convention</Link>
          </>
        ) : null}
      </p>
      <DataList
        items={[
          { term: "Élève", details: pupil },
          {
            term: "Offre",
            details: <Link to={paths.employer.offer(application.offerId)}>{application.offerTitle}</Link>,
          },
          { term: "Dates demandées", details: describeWeeks(application.weeks, weeks) },
          ...(application.submittedAt
            ? [{ term: "Reçue", details: `le ${frenchDateTime(application.submittedAt)}` }]
            : []),
          ...(daysLeft === null ? [] : [{ term: "Réponse attendue", details: describeDaysLeft(daysLeft) }]),
        ]}
      />
      <h2>Sa motivation</h2>
      <blockquote className="letter">{application.motivation}</blockquote>
      {application.identity ? (
        <Identity firstName={application.firstName} identity={application.identity} />
      ) : null}
      {daysLeft === null ? null : (
        <Answer
          key={application.isFull ? "full" : "open"}
          isFull={application.isFull}
          refusal={refusal}
          isNew={application.status === "submitted"}
        />
      )}
      <OtherWays id={application.id} status={application.status} />
      <h2>Suivi</h2>
      <History application={application} />
    </Page>
  );
}

function Identity({ firstName, identity }: { firstName: string; identity: PupilIdentity }) {
  const known = (term: string, details: string | null) => (details ? [{ term, details }] : []);
  return (
    <>
      <h2>Ses coordonnées</h2>
      <DataList
        items={[
          { term: "Prénom et nom", details: `${firstName} ${identity.lastName}` },
          ...known("Lycée", [identity.schoolName, identity.schoolPhone].filter(Boolean).join(" · ")),
          ...known("Qui appeler au lycée", identity.weekContact),
          ...known("Classe", identity.className),
          ...known("Adresse électronique", identity.email),
          ...known("Téléphone", identity.phone),
        ]}
      />
      <SchoolWords announcement={identity.announcement} instructions={identity.instructions} />
    </>
  );
}

/** What the pupil's school tells its hosts, and asks of them. */
function SchoolWords({ announcement, instructions }: Pick<PupilIdentity, "announcement" | "instructions">) {
  if (!announcement && !instructions) return null;
  return (
    <>
      <h2>Le lycée vous écrit</h2>
      {announcement ? <PlainText text={announcement} /> : null}
      {instructions ? <PlainText text={instructions} /> : null}
    </>
  );
}

interface AnswerProps {
  /** Nothing is left to accept with: only the refusal is offered, its reason chosen. */
  isFull: boolean;
  refusal: Refusal | undefined;
  isNew: boolean;
}

function Answer({ isFull, refusal, isNew }: AnswerProps) {
  return (
    <section className="answer" aria-labelledby="votre-reponse">
      <h2 id="votre-reponse">Votre réponse</h2>
      {isFull ? (
        <Notice title="Complet">
          <p>
            Les places de ces semaines sont toutes prises&nbsp;: cette candidature ne peut plus être acceptée
            ici.
          </p>
        </Notice>
      ) : (
        <>
          <p>Accepter réserve la place&nbsp;; l’élève a ensuite quelques jours pour confirmer.</p>
          <SubmitForm>
            <HiddenIntent value="accept" />
            <SubmitButton>Accepter</SubmitButton>
          </SubmitForm>
          <hr className="answer__separator" />
        </>
      )}
      <SubmitForm mandatory="one">
        <HiddenIntent value="decline" />
        <RadioGroup
          name="reason"
          label={`${isFull ? "Refuser" : "Ou refuser"}, en choisissant la raison que l’élève lira`}
          error={refusal?.errors.reason?.join(" ")}
          defaultValue={textOf(refusal, "reason", isFull ? "no_seat_left" : "")}
          options={DECLINE_REASONS.map((reason) => ({ value: reason, label: DECLINE_REASON_LABELS[reason] }))}
        />
        <p>L’élève reçoit un message aussitôt. Vous aurez dix minutes pour revenir sur un refus.</p>
        <SubmitButton variant="secondary">Refuser</SubmitButton>
      </SubmitForm>
      {isNew ? (
        <SubmitForm>
          <HiddenIntent value="read" />
          <p className="answer__read">
            <SubmitButton variant="tertiary" size="sm">
              Signaler à l’élève que sa candidature est lue
            </SubmitButton>
          </p>
        </SubmitForm>
      ) : null}
    </section>
  );
}

/** What a host may still do besides answering: each has a page of its own, which asks before it acts. */
function OtherWays({ id, status }: Pick<HostApplicationDetail, "id" | "status">) {
  if (nextStatus(status, "transfer", "host"))
    return (
      <p>
        Un autre lieu de votre structure conviendrait mieux&nbsp;?{" "}
        <Link to={paths.employer.transferApplication(id)}>Transmettre à une autre de mes offres</Link>
      </p>
    );
  if (nextStatus(status, "cancel", "host"))
    return (
      <p>
        Un empêchement&nbsp;? <Link to={paths.employer.cancelApplication(id)}>Annuler cette place</Link>
      </p>
    );
  return null;
}

function History({ application }: { application: HostApplicationDetail }) {
  const isLast = (index: number) => index === application.history.length - 1;
  const steps = application.history.map((change, index) => ({
    ...applicationStep(change, "host"),
    date: frenchDateTime(change.at),
    by: change.byName,
    state: isLast(index) && isLive(application.status) ? ("current" as const) : ("done" as const),
  }));
  return <Timeline label="Suivi de la candidature" steps={steps} />;
}
