import type {
  HandledHelpRequest,
  JustHandledRequest,
  OpenHelpRequest,
} from "#app/domain/help/help-request.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { ButtonRow } from "../components/button-link.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { TakeBackForm } from "../components/take-back-form.tsx";
import { ofName } from "#app/kernel/text.ts";
import { HELP_TOPIC_LABELS, helpStepText } from "../messages/help.ts";
import { typeset } from "#app/kernel/typography.ts";

interface HelpRequestsProps {
  classGroupId: string;
  requests: readonly OpenHelpRequest[];
}

/** What its reader has just marked, perhaps by mistake: one button a request gives it back. */
export function JustHandled({
  classGroupId,
  requests,
}: Pick<HelpRequestsProps, "classGroupId"> & { requests: readonly JustHandledRequest[] }) {
  return requests.map(({ id, pupilName, takeBackUntil }) => (
    <TakeBackForm
      key={id}
      until={takeBackUntil}
      intent="reopen"
      label={`Remettre en attente la demande ${ofName(pupilName)}`}
      action={paths.school.classGroup(classGroupId)}
      fields={{ requestId: id }}
    >
      La demande attendra de nouveau une réponse de l’équipe.
    </TakeBackForm>
  ));
}

/** Pupils who ask for help, the longest wait first; nothing when nobody does. */
export function HelpRequests({ classGroupId, requests }: HelpRequestsProps) {
  if (requests.length === 0) return null;
  return (
    <section className="help-requests" aria-labelledby="demandes-aide">
      <h2 id="demandes-aide">Demandes d’aide</h2>
      <ul className="application-list">
        {requests.map((request) => (
          <li className="application-list__item application-list__item--pressing" key={request.id}>
            <Told request={request} level={3} />
            <SubmitForm action={paths.school.classGroup(classGroupId)}>
              <HiddenField name="requestId" value={request.id} />
              <ButtonRow>
                {request.readByMe ? null : (
                  <SubmitButton
                    intent="read"
                    variant="secondary"
                    size="sm"
                    describedBy={`aide-${request.id}`}
                  >
                    J’ai lu
                  </SubmitButton>
                )}
                <SubmitButton
                  intent="handled"
                  variant="secondary"
                  size="sm"
                  describedBy={`aide-${request.id}`}
                >
                  J’ai répondu à {firstNameOf(request.pupilName)}
                </SubmitButton>
              </ButtonRow>
            </SubmitForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was dealt with stays: who asked, who answered and when. */
export function HandledRequests({ requests }: { requests: readonly HandledHelpRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <Disclosure title={`Demandes d’aide traitées (${requests.length})`}>
      <ul className="application-list">
        {requests.map((request) => (
          <li className="application-list__item" key={request.id}>
            <Told request={request} level={2} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Told({ request, level }: { request: HandledHelpRequest; level: 2 | 3 }) {
  const { id, pupilName, topic, body, askedAt, steps } = request;
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading className="application-list__title" id={`aide-${id}`}>
        {pupilName}
      </Heading>
      <p>
        <strong>{typeset(HELP_TOPIC_LABELS[topic])}</strong>, le {frenchDateTime(askedAt)}
      </p>
      {body ? <blockquote className="letter">{body}</blockquote> : null}
      {steps.length > 0 ? (
        <ul className="help-steps">
          {steps.map((step, index) => (
            <li key={index}>{helpStepText(step)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function firstNameOf(name: string): string {
  return name.split(" ")[0] ?? name;
}
