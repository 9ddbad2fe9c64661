import { EXEMPTION_REASONS, PROGRAMME_LENGTH } from "#app/domain/follow-up/situations/situation.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { RadioGroup } from "../../components/fields/choice-group.tsx";
import { SelectField } from "../../components/fields/select-field.tsx";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { EXEMPTION_REASON_LABELS } from "../../messages/situations.ts";
import { schoolTrail } from "../school-trail.ts";

interface SituationPageProps {
  pupil: { id: string; firstName: string; lastName: string; live: number };
  period: { startsOn: string; endsOn: string };
  refusal: Refusal | undefined;
}

/** The head or the office says why a pupil has nothing to find on some days, and reads what follows from it. */
export function SituationPage({ pupil, period, refusal }: SituationPageProps) {
  const back = paths.school.pupil(pupil.id);
  return (
    <Page narrow>
      <PageHeader
        title="Dispense ou accueil au lycée"
        lead={`${pupil.lastName} ${pupil.firstName}`}
        trail={[...schoolTrail, { to: back, label: `${pupil.lastName} ${pupil.firstName}` }]}
      />
      <RefusalNotice refusal={refusal} />
      <p>
        L’équipe enseignante verra cette situation, et l’élève n’apparaîtra plus parmi les élèves à aider pour
        ces dates. {pupil.live > 0 ? liveText(pupil.live) : ""} Vous pourrez l’annuler à tout moment.
      </p>
      <SubmitForm mandatory="unmarked">
        <HiddenIntent value="declare" />
        <RadioGroup
          name="kind"
          label="Situation"
          required
          defaultValue={textOf(refusal, "kind")}
          error={refusal?.errors.kind?.[0]}
          options={[
            { value: "exempt", label: "Élève dispensé de stage", hint: "Par la direction, avec un motif." },
            { value: "at_school", label: "Élève accueilli au lycée", hint: "Avec un programme." },
          ]}
        />
        <Days period={period} refusal={refusal} />
        <SelectField
          name="reason"
          label="Motif de la dispense"
          hint="À choisir pour une dispense. Aucune raison de santé n’est écrite ici."
          optional
          emptyLabel="Choisir un motif"
          defaultValue={textOf(refusal, "reason")}
          error={refusal?.errors.reason?.[0]}
          options={EXEMPTION_REASONS.map((value) => ({ value, label: EXEMPTION_REASON_LABELS[value] }))}
        />
        <TextAreaField
          name="programme"
          label="Programme au lycée"
          hint="À remplir pour un accueil au lycée : ce que l’élève fera, où et avec qui."
          optional
          maxLength={PROGRAMME_LENGTH.max}
          defaultValue={textOf(refusal, "programme")}
          error={refusal?.errors.programme?.[0]}
        />
        <ButtonRow>
          <SubmitButton>Enregistrer</SubmitButton>
          <ButtonLink variant="secondary" to={back}>
            Revenir à l’élève
          </ButtonLink>
        </ButtonRow>
      </SubmitForm>
    </Page>
  );
}

function liveText(live: number): string {
  return live > 1
    ? `Ses ${plural(live, "candidature")} en cours continuent : l’élève peut les retirer.`
    : "Sa candidature en cours continue : l’élève peut la retirer.";
}

function Days({ period, refusal }: Pick<SituationPageProps, "period" | "refusal">) {
  const hint = `Stage ${frenchPeriod(period.startsOn, period.endsOn)}`;
  return (
    <>
      <TextField
        name="startsOn"
        label="Premier jour"
        hint={hint}
        type="date"
        width="medium"
        required
        defaultValue={textOf(refusal, "startsOn", period.startsOn)}
        error={refusal?.errors.startsOn?.[0]}
      />
      <TextField
        name="endsOn"
        label="Dernier jour"
        type="date"
        width="medium"
        required
        defaultValue={textOf(refusal, "endsOn", period.endsOn)}
        error={refusal?.errors.endsOn?.[0]}
      />
    </>
  );
}
