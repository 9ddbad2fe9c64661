import type { JustHandledRequest, OpenHelpRequest } from "#app/domain/help/help-request.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { TakeBackForm } from "../components/take-back-form.tsx";
import { ofName } from "#app/kernel/text.ts";
import { HELP_TOPIC_LABELS } from "../messages/help.ts";
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
        {requests.map(({ id, pupilName, topic, body, askedAt }) => (
          <li className="application-list__item application-list__item--pressing" key={id}>
            <h3 className="application-list__title" id={`aide-${id}`}>
              {pupilName}
            </h3>
            <p>
              <strong>{typeset(HELP_TOPIC_LABELS[topic])}</strong>, le {frenchDateTime(askedAt)}
            </p>
            {body ? <blockquote className="letter">{body}</blockquote> : null}
            <SubmitForm action={paths.school.classGroup(classGroupId)}>
              <HiddenField name="requestId" value={id} />
              <SubmitButton intent="handled" variant="secondary" size="sm" describedBy={`aide-${id}`}>
                Marquer comme traité
              </SubmitButton>
            </SubmitForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
