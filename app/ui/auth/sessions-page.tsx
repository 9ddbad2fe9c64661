import type { OwnSession } from "#app/domain/accounts/sessions/own-session.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";

interface SessionsPageProps {
  sessions: OwnSession[];
  done: DoneCode<"sessions"> | null;
}

export function SessionsPage({ sessions, done }: SessionsPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Mes appareils connectés"
        trail={[{ to: paths.account(), label: "Mon compte" }]}
        lead="Chaque navigateur dans lequel votre compte est ouvert en ce moment. Vous n’en reconnaissez pas un ? Déconnectez-le, puis changez votre mot de passe."
      />
      <DoneNotice page="sessions" done={done} />
      <ul className="passkeys">
        {sessions.map((session) => (
          <OneSession key={session.id} {...session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <SubmitForm>
          <SubmitButton variant="secondary" intent="end_others">
            Déconnecter tous les autres appareils
          </SubmitButton>
        </SubmitForm>
      ) : (
        <p>Votre compte n’est ouvert nulle part ailleurs.</p>
      )}
    </Page>
  );
}

function OneSession({ id, device, openedAt, lastSeenAt, isThis }: OwnSession) {
  return (
    <li className="passkeys__one">
      <p id={`session-${id}`}>
        <strong>{device ?? "Navigateur inconnu"}</strong>
        {isThis ? " (cet appareil)" : ""}
        <br />
        Depuis le {frenchDateTime(openedAt)}, vu pour la dernière fois le {frenchDateTime(lastSeenAt)}
      </p>
      <SubmitForm>
        <HiddenField name="sessionId" value={id} />
        <SubmitButton variant="tertiary" size="sm" intent="end" describedBy={`session-${id}`}>
          Déconnecter
        </SubmitButton>
      </SubmitForm>
    </li>
  );
}
