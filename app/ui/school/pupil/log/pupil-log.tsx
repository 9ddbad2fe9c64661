import type { LogEntry, PupilLog } from "#app/domain/follow-up/log/log-entry.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../../components/button-link.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../../components/form.tsx";
import { StatusBadge } from "../../../components/status-badge.tsx";
import { TakeBackForm } from "../../../components/take-back-form.tsx";
import { contactText } from "../../../messages/follow-up/log.ts";

interface PupilLogProps {
  pupilId: string;
  log: PupilLog;
  /** Where each planned exchange is as a calendar file, by its id. */
  slots: Readonly<Record<string, string>>;
}

/** What the team noted, the latest first, and what is planned. */
export function PupilLogSection({ pupilId, log, slots }: PupilLogProps) {
  return (
    <section aria-labelledby="echanges">
      <h2 id="echanges">Échanges et notes de l’équipe</h2>
      {log.removed.map(({ id, kind, restoreUntil }) => (
        <TakeBackForm
          key={id}
          until={restoreUntil}
          intent="restore"
          label={kind === "note" ? "Remettre la note" : "Remettre l’échange"}
          action={actionOf(pupilId, kind === "note")}
          fields={{ entryId: id }}
        >
          {kind === "note" ? "La note retirée" : "L’échange retiré"} sera ensuite effacé
          {kind === "note" ? "e" : ""}.
        </TakeBackForm>
      ))}
      {log.entries.length === 0 ? <p>Rien de noté pour l’instant.</p> : null}
      {log.entries.length > 0 ? (
        <ul className="pupil-file__list">
          {log.entries.map((entry) => (
            <EntryItem key={entry.id} pupilId={pupilId} entry={entry} slot={slots[entry.id] ?? null} />
          ))}
        </ul>
      ) : null}
      <ButtonRow>
        <ButtonLink to={paths.school.pupilContact(pupilId)} variant="secondary" size="sm">
          Noter ou prévoir un échange
        </ButtonLink>
        <ButtonLink to={paths.school.pupilNote(pupilId)} variant="secondary" size="sm">
          Écrire une note pour l’équipe
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}

interface EntryItemProps {
  pupilId: string;
  entry: LogEntry;
  slot: string | null;
}

function EntryItem({ pupilId, entry, slot }: EntryItemProps) {
  const { id, contact, text, writtenAt, changedAt, byName, isMine } = entry;
  return (
    <li className="pupil-file__item">
      <h3 className="pupil-file__title" id={`echange-${id}`}>
        {contact ? contactText(contact) : "Note"}
      </h3>
      {contact?.state === "planned" ? <StatusBadge tone="info">Prévu</StatusBadge> : null}
      {contact?.state === "missed" ? <StatusBadge tone="warning">N’a pas abouti</StatusBadge> : null}
      {text ? <p className="pupil-file__words">{text}</p> : null}
      <p className="pupil-file__more">
        {byName ?? "Une personne partie depuis"}, le {frenchDateTime(writtenAt)}
        {changedAt ? `, modifié le ${frenchDateTime(changedAt)}` : ""}
      </p>
      {isMine ? <OwnEntry pupilId={pupilId} entry={entry} slot={slot} /> : null}
    </li>
  );
}

/** What only who wrote it may do. */
function OwnEntry({ pupilId, entry: { id, contact }, slot }: EntryItemProps) {
  const about = `echange-${id}`;
  const write = contact ? paths.school.pupilContact : paths.school.pupilNote;
  return (
    <SubmitForm action={actionOf(pupilId, contact === null)}>
      <HiddenField name="entryId" value={id} />
      <ButtonRow>
        {contact?.state === "planned" ? (
          <>
            <SubmitButton intent="held" variant="secondary" size="sm" describedBy={about}>
              C’est fait
            </SubmitButton>
            <SubmitButton intent="missed" variant="secondary" size="sm" describedBy={about}>
              N’a pas abouti
            </SubmitButton>
          </>
        ) : null}
        {slot ? (
          <ButtonLink to={slot} variant="tertiary" size="sm" reloadDocument>
            Mettre dans mon agenda
          </ButtonLink>
        ) : null}
        <ButtonLink to={write(pupilId, { modifier: id })} variant="tertiary" size="sm">
          Modifier<span className="fr-sr-only">&nbsp;: {contact ? contactText(contact) : "cette note"}</span>
        </ButtonLink>
        <SubmitButton intent="remove" variant="tertiary" size="sm" describedBy={about}>
          Retirer
        </SubmitButton>
      </ButtonRow>
    </SubmitForm>
  );
}

function actionOf(pupilId: string, isNote: boolean): string {
  return isNote ? paths.school.pupilNote(pupilId) : paths.school.pupilContact(pupilId);
}
