import {
  REMINDER_KINDS,
  REMINDER_REST_DAYS,
  REMINDER_WORDS_LENGTH,
  type Reminder,
} from "#app/domain/follow-up/reminders/reminder.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { REMINDER_KIND_LABELS, REMINDER_TEXTS } from "../../messages/follow-up/reminders.ts";
import { schoolTrail } from "../school-trail.ts";

interface RemindersPageProps {
  reminders: readonly Reminder[];
  /** Who signs. */
  author: string;
  refusal: Refusal | undefined;
}

/** What each of the chosen pupils will read, before anything is sent. */
export function RemindersPage({ reminders, author, refusal }: RemindersPageProps) {
  const going = reminders.filter(({ kind }) => kind !== null);
  const skipped = reminders.filter(({ kind }) => kind === null);
  return (
    <Page narrow>
      <PageHeader title="Encourager des élèves" trail={schoolTrail} />
      <RefusalNotice refusal={refusal} />
      {going.length === 0 ? (
        <EmptyState
          title={reminders.length === 0 ? "Aucun élève choisi" : "Personne à qui écrire pour l’instant"}
          suggestions={[{ to: paths.school.home(), label: "Choisir des élèves dans le tableau" }]}
        />
      ) : null}
      {skipped.length > 0 ? <SkippedPupils reminders={skipped} /> : null}
      {going.length > 0 ? (
        <SubmitForm mandatory="unmarked">
          {going.map(({ id }) => (
            <HiddenField key={id} name="choix" value={id} />
          ))}
          {REMINDER_KINDS.map((kind) => {
            const pupils = going.filter((one) => one.kind === kind);
            return pupils.length === 0 ? null : (
              <section key={kind} aria-labelledby={kind}>
                <h2 id={kind}>{REMINDER_KIND_LABELS[kind]}</h2>
                <p>{pupils.map(nameOf).join(", ")}</p>
                <blockquote className="reminder-text">
                  <p>{author} pense à vous et à votre stage.</p>
                  <p>{typeset(REMINDER_TEXTS[kind])}</p>
                </blockquote>
              </section>
            );
          })}
          <TextAreaField
            name="words"
            label="Ajouter vos mots à tous ces messages"
            hint="Ils viennent en premier, entre guillemets."
            optional
            rows={3}
            spellCheck
            maxLength={REMINDER_WORDS_LENGTH}
            defaultValue={textOf(refusal, "words")}
            error={refusal?.errors.words?.[0]}
          />
          <ButtonRow>
            <SubmitButton>{`Envoyer à ${plural(going.length, "élève")}`}</SubmitButton>
            <ButtonLink variant="secondary" to={paths.school.home()}>
              Ne rien envoyer
            </ButtonLink>
          </ButtonRow>
        </SubmitForm>
      ) : null}
    </Page>
  );
}

/** Those who are left in peace this time, and why. */
function SkippedPupils({ reminders }: { reminders: readonly Reminder[] }) {
  return (
    <section aria-labelledby="sans-message">
      <h2 id="sans-message">Sans message cette fois</h2>
      <ul>
        {reminders.map((one) => (
          <li key={one.id}>
            {nameOf(one)}&nbsp;: {typeset(whyNot(one))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ lastName, firstName, className }: Reminder): string {
  return `${lastName} ${firstName} (${className})`;
}

function whyNot({ skipped }: Reminder): string {
  if (skipped?.reason !== "recent")
    return "rien à chercher pour l’instant, ou une place à confirmer d’abord.";
  return `un mot est déjà parti le ${frenchDate(parisDate(skipped.at))}. Le suivant attend ${REMINDER_REST_DAYS} jours.`;
}
