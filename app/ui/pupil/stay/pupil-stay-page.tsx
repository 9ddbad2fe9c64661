import { JOURNAL_LENGTH, type Journal, type JournalDay } from "#app/domain/follow-up/journal/journal.ts";
import { hasSeenSkill } from "#app/domain/follow-up/skills/skills.ts";
import type { StaySynthesis } from "#app/domain/follow-up/skills/stay-synthesis.ts";
import { frenchDate, frenchPeriod } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { PlainText } from "../../components/plain-text.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { SkillGridForm } from "../../follow-up/skill-grid-form.tsx";
import { SkillSynthesis } from "../../follow-up/skill-synthesis.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";

interface PupilStayPageProps {
  stay: StaySynthesis;
  journal: Journal;
  done: DoneCode<"pupilStay"> | null;
  refusal: Refusal | undefined;
}

/** The pupil's own stay: a few lines a day, their grid, and what they keep of it. */
export function PupilStayPage({ stay, journal, done, refusal }: PupilStayPageProps) {
  const { agreementId, hostName, startsOn, endsOn, grids } = stay;
  const action = paths.pupil.stay(agreementId);
  return (
    <Page narrow>
      <PageHeader
        title="Mon stage, jour après jour"
        lead={`${hostName}, ${frenchPeriod(startsOn, endsOn)}`}
        trail={[{ to: paths.pupil.home(), label: "Mon espace élève" }]}
      />
      <DoneNotice page="pupilStay" done={done} />
      <RefusalNotice refusal={refusal} />
      <section aria-labelledby="journal">
        <h2 id="journal">Mon journal</h2>
        <p>Quelques lignes par jour, pour vous&nbsp;: personne d’autre ne les lit.</p>
        {journal.days.length === 0 ? <p>Votre journal s’ouvre le premier jour du stage.</p> : null}
        {journal.days.map((day, index) => (
          <Disclosure
            key={day.onDay}
            title={`${frenchDate(day.onDay, { weekday: true, year: false })}${day.body ? "" : " (rien d’écrit)"}`}
            open={index === 0 || textOf(refusal, "day") === day.onDay}
          >
            {journal.open ? (
              <DayForm day={day} action={action} refusal={refusal} />
            ) : (
              <PlainText text={day.body} />
            )}
          </Disclosure>
        ))}
      </section>
      <section aria-labelledby="grille">
        <h2 id="grille">Ce que j’ai appris</h2>
        {journal.open ? <SkillGridForm grid={grids.pupil} action={action} /> : null}
        <SkillSynthesis grids={grids} caption="Ce que chacun a vu pendant le stage, sans note" />
        {hasSeenSkill(grids) ? (
          <ButtonLink to={paths.pupil.stayAttestation(agreementId)} variant="secondary" reloadDocument>
            Garder mon attestation de compétences (PDF)
          </ButtonLink>
        ) : (
          <p>Votre attestation de compétences sera ici dès qu’une première aura été vue.</p>
        )}
      </section>
    </Page>
  );
}

function DayForm({
  day,
  action,
  refusal,
}: {
  day: JournalDay;
  action: string;
  refusal: Refusal | undefined;
}) {
  const mine = textOf(refusal, "day") === day.onDay ? refusal : undefined;
  return (
    <SubmitForm action={action} mandatory="unmarked">
      <HiddenField name="day" value={day.onDay} />
      <TextAreaField
        name="body"
        id={mine ? "body" : `body-${day.onDay}`}
        label="Ce que j’ai vu, ce qui m’a surpris, ce que je veux demander"
        optional
        rows={4}
        maxLength={JOURNAL_LENGTH}
        spellCheck
        defaultValue={textOf(mine, "body", day.body)}
        error={mine?.errors.body?.[0]}
      />
      <SubmitButton intent="journal" variant="secondary">
        Enregistrer ce jour
      </SubmitButton>
    </SubmitForm>
  );
}
