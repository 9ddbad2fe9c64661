import type { JoinRequest } from "#app/domain/schools/team/school-team.ts";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { STAFF_LABELS } from "../messages/accounts/school-team.ts";

/** Who asks to come in, with a proven address of the académie. */
export function JoinRequests({ requests }: { requests: readonly JoinRequest[] }) {
  return (
    <>
      <h3>Demandes d’accès</h3>
      <p>Acceptez seulement les personnes que vous connaissez. Leur adresse est confirmée.</p>
      <ul className="families">
        {requests.map(({ requestId, email, role }) => (
          <li className="families__one" key={requestId}>
            <p id={`demande-${requestId}`}>
              <strong>{email}</strong>
              <br />
              {STAFF_LABELS[role]}
            </p>
            <SubmitForm>
              <HiddenField name="requestId" value={requestId} />
              <div className="families__buttons">
                <SubmitButton
                  intent="accept_request"
                  variant="secondary"
                  size="sm"
                  describedBy={`demande-${requestId}`}
                >
                  Accepter
                </SubmitButton>
                <SubmitButton
                  intent="refuse_request"
                  variant="tertiary"
                  size="sm"
                  describedBy={`demande-${requestId}`}
                >
                  Refuser
                </SubmitButton>
              </div>
            </SubmitForm>
          </li>
        ))}
      </ul>
    </>
  );
}
