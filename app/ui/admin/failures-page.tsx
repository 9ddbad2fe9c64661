import { Form, Link } from "@remix-run/react";
import type { Role } from "#app/domain/accounts/actor.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { NextPageLink } from "../components/next-page-link.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { eventText, readerText } from "../messages/administration/message-log.ts";
import { typeset } from "#app/kernel/typography.ts";
import { messagesTrail } from "./admin-trail.ts";
import { duration } from "./message-health-figures.tsx";

interface FailedLine {
  id: string;
  subject: string;
  recipient: string | null;
  roles: Role[] | null;
  attempts: number;
  ageMinutes: number;
  lastError: string | null;
  eventType: string | null;
}

interface FailuresPageProps {
  messages: readonly FailedLine[];
  nextCursor: string | null;
  isFirstPage: boolean;
  done: DoneCode<"failures"> | null;
  /** How many messages it was done to. */
  count: number;
  /** The button was pressed without a box ticked, or others have settled what was. */
  noneChosen: boolean;
}

/** Messages given up, the oldest first: those ticked go on to the decision. */
export function FailuresPage({
  messages,
  nextCursor,
  isFirstPage,
  done,
  count,
  noneChosen,
}: FailuresPageProps) {
  return (
    <Page>
      <PageHeader
        title="Messages en échec"
        trail={messagesTrail}
        lead="Le service a renoncé à les envoyer. Ils restent lisibles dans les notifications de ceux qui ont un compte."
      />
      {done ? <DecisionDone done={done} count={count} /> : null}
      {noneChosen && messages.length > 0 ? (
        <Notice tone="warning" title="Cochez au moins un message encore en échec." live />
      ) : null}
      {messages.length > 0 ? (
        <Form method="get" action={paths.admin.failures()} className="failure-list">
          <FailureTable messages={messages} choosable />
          <HiddenField name="choisir" value="oui" />
          <SubmitButton>Décider des messages cochés</SubmitButton>
        </Form>
      ) : (
        <EmptyState
          title="Aucun message en échec"
          suggestions={[{ to: paths.admin.messages(), label: "Voir le journal des messages" }]}
        />
      )}
      <NextPageLink
        to={nextCursor ? paths.admin.failures({ curseur: nextCursor }) : null}
        firstPage={isFirstPage ? null : paths.admin.failures()}
      />
    </Page>
  );
}

export function DecisionDone({ done, count }: { done: DoneCode<"failures">; count: number }) {
  const told = plural(count, "message");
  const titles: Record<DoneCode<"failures">, string> = {
    renvoyer: `${told} à nouveau à envoyer.`,
    laisser: `${told} laissé${count < 2 ? "" : "s"} sans envoi.`,
  };
  return <Notice tone={count > 0 ? "success" : "info"} title={titles[done]} live />;
}

/** The decision, told with what it does before it is taken. */
export function ConfirmFailuresPage({ messages }: { messages: readonly FailedLine[] }) {
  const told = plural(messages.length, "message");
  return (
    <Page>
      <PageHeader
        title={`Que faire de ${messages.length < 2 ? "ce message" : `ces ${told}`} ?`}
        crumb="Décider"
        trail={[...messagesTrail, { to: paths.admin.failures(), label: "Messages en échec" }]}
      />
      <FailureTable messages={messages} />
      <Notice tone="warning" title="Renvoyer, c’est écrire une seconde fois" level={2}>
        <p>
          Le prestataire a peut-être déjà remis un message dont la réponse s’est perdue&nbsp;: la personne
          pourrait le recevoir deux fois. Vérifiez aussi qu’il est encore utile.
        </p>
      </Notice>
      <SubmitForm>
        {messages.map(({ id }) => (
          <input key={id} type="hidden" name="choix" value={id} />
        ))}
        <div className="button-row">
          <SubmitButton intent="retry">Renvoyer</SubmitButton>
          <SubmitButton intent="dismiss" variant="secondary">
            Ne pas renvoyer
          </SubmitButton>
          <Link className="fr-btn fr-btn--tertiary" to={paths.admin.failures()}>
            Annuler
          </Link>
        </div>
      </SubmitForm>
    </Page>
  );
}

function FailureTable({ messages, choosable }: { messages: readonly FailedLine[]; choosable?: boolean }) {
  return (
    <div className="table-scroll">
      <table className="school-table message-table">
        <caption className="fr-sr-only">Messages en échec, du plus ancien au plus récent</caption>
        <thead>
          <tr>
            <th scope="col">Message</th>
            <th scope="col">Destinataire</th>
            <th scope="col">Raison</th>
            <th scope="col">Âge</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <FailureLine key={message.id} message={message} choosable={choosable ?? false} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FailureLine({ message, choosable }: { message: FailedLine; choosable: boolean }) {
  const { id, subject, recipient, roles, attempts, ageMinutes, lastError, eventType } = message;
  return (
    <tr>
      <th scope="row">
        {choosable ? (
          <div className="fr-checkbox-group fr-checkbox-group--sm checkbox-field">
            <input type="checkbox" id={`choix-${id}`} name="choix" value={id} />
            <label className="fr-label" id={`message-${id}`} htmlFor={`choix-${id}`}>
              {typeset(subject)}
            </label>
          </div>
        ) : (
          <p id={`message-${id}`}>{typeset(subject)}</p>
        )}
        <p className="message-table__detail">
          {typeset(eventText(eventType))} ·{" "}
          <Link to={paths.admin.message(id)} aria-describedby={`message-${id}`}>
            Détail
          </Link>
        </p>
      </th>
      <td>
        <p>{recipient ?? "Sans adresse"}</p>
        <p className="message-table__detail">{readerText(roles)}</p>
      </td>
      <td>
        <p>{lastError ?? "Raison inconnue"}</p>
        <p className="message-table__detail">{plural(attempts, "essai")}</p>
      </td>
      <td>{duration(ageMinutes)}</td>
    </tr>
  );
}
