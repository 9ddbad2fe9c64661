import type { CampaignSettings } from "#app/domain/campaigns/campaign-settings.ts";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { TextField, type TextFieldProps } from "../components/fields/text-field.tsx";
import { fieldErrors, textOf, type Refusal } from "../forms/refusal.ts";

interface CampaignFormProps {
  settings: CampaignSettings;
  /** The campaign as it was read; none for a new one. */
  version: string | null;
  /** Effects that the reader is being told. */
  effects: string | null;
  refusal: Refusal | undefined;
  button: string;
}

/** The settings as the fields hold them. */
function fieldValues(settings: CampaignSettings): Record<string, string> {
  const [one, two] = settings.weeks;
  return {
    schoolYear: settings.schoolYear,
    startsOn: settings.startsOn,
    endsOn: settings.endsOn,
    week1StartsOn: one?.startsOn ?? "",
    week1EndsOn: one?.endsOn ?? "",
    week2StartsOn: two?.startsOn ?? "",
    week2EndsOn: two?.endsOn ?? "",
    hostsOpenOn: settings.hostsOpenOn,
    pupilsOpenOn: settings.pupilsOpenOn,
    hostAnswerDays: String(settings.hostAnswerDays),
    pupilConfirmDays: String(settings.pupilConfirmDays),
    maxLiveApplications: String(settings.maxLiveApplications),
    status: settings.status,
    source: settings.source,
  };
}

/** Everything that a campaign is made of. */
export function CampaignForm({ settings, version, effects, refusal, button }: CampaignFormProps) {
  const values = fieldValues(settings);
  const errors = fieldErrors(refusal);
  const held = (name: string) => textOf(refusal, name, values[name]);
  const field = (name: string) => ({ name, defaultValue: held(name), error: errors[name]?.[0] });
  return (
    <SubmitForm mandatory="all" className="campaign-form">
      {version ? <HiddenField name="version" value={version} /> : null}
      {effects ? <HiddenField name="effects" value={effects} /> : null}
      <TextField
        {...field("schoolYear")}
        label="Année scolaire"
        hint="Deux années qui se suivent, par exemple 2026-2027."
        width="medium"
        required
      />
      <fieldset>
        <legend>Période des stages</legend>
        <div className="campaign-form__row">
          <DayField {...field("startsOn")} label="Premier jour" />
          <DayField {...field("endsOn")} label="Dernier jour" />
        </div>
      </fieldset>
      <fieldset>
        <legend>Les deux semaines</legend>
        <p className="fr-hint-text">
          Un élève peut faire l’une, l’autre ou les deux. Elles ne se chevauchent pas.
        </p>
        <div className="campaign-form__row">
          <DayField {...field("week1StartsOn")} label="Semaine 1, premier jour" />
          <DayField {...field("week1EndsOn")} label="Semaine 1, dernier jour" />
          <DayField {...field("week2StartsOn")} label="Semaine 2, premier jour" />
          <DayField {...field("week2EndsOn")} label="Semaine 2, dernier jour" />
        </div>
      </fieldset>
      <fieldset>
        <legend>Ouverture</legend>
        <div className="campaign-form__row">
          <DayField {...field("hostsOpenOn")} label="Les structures publient à partir du" />
          <DayField {...field("pupilsOpenOn")} label="Les élèves candidatent à partir du" />
        </div>
      </fieldset>
      <fieldset>
        <legend>Délais et limites</legend>
        <NumberField {...field("hostAnswerDays")} label="Jours qu’a une structure pour répondre" />
        <NumberField {...field("pupilConfirmDays")} label="Jours qu’a un élève pour confirmer" />
        <NumberField {...field("maxLiveApplications")} label="Candidatures en cours par élève, au plus" />
      </fieldset>
      <RadioGroup
        name="status"
        label="Ces dates sont"
        options={[
          { value: "provisional", label: "Provisoires", hint: "Elles peuvent encore changer." },
          { value: "official", label: "Officielles" },
        ]}
        defaultValue={held("status")}
        error={errors.status?.[0]}
        required
      />
      <TextField
        {...field("source")}
        label="Source"
        hint="D’où viennent ces dates, par exemple le numéro de la circulaire."
        required
      />
      <SubmitButton>{button}</SubmitButton>
    </SubmitForm>
  );
}

type OwnField = Pick<TextFieldProps, "name" | "label" | "error" | "defaultValue">;

function DayField(props: OwnField) {
  return <TextField {...props} type="date" width="medium" required />;
}

function NumberField(props: OwnField) {
  return <TextField {...props} inputMode="numeric" width="short" required />;
}
