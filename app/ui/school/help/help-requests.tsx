import {
  isUrgent,
  type HandledHelpRequest,
  type JustHandledRequest,
  type OpenHelpRequest,
} from "#app/domain/help/help-request.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { TakeBackForm } from "../../components/take-back-form.tsx";
import { ofName } from "#app/kernel/text.ts";
import { RequestHead } from "./request-head.tsx";

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
            <RequestHead request={request} level={3} />
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
                {isUrgent(request.topic) ? null : (
                  <SubmitButton
                    intent="handled"
                    variant="secondary"
                    size="sm"
                    describedBy={`aide-${request.id}`}
                  >
                    J’ai répondu à {firstNameOf(request.pupilName)}
                  </SubmitButton>
                )}
                <ButtonLink to={paths.school.helpRequest(request.id)} variant="secondary" size="sm">
                  Répondre à {firstNameOf(request.pupilName)}
                </ButtonLink>
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
            <RequestHead request={request} level={2} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function firstNameOf(name: string): string {
  return name.split(" ")[0] ?? name;
}
