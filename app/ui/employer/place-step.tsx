import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import type { StepFailure } from "#app/domain/offers/offer.failures.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { CheckboxField } from "../components/fields/checkbox-field.tsx";
import { CheckboxGroup, RadioGroup } from "../components/fields/choice-group.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { AddressField } from "./address-field.tsx";
import { HoursGridFields } from "./hours-grid-fields.tsx";
import { OpenApplicationsField } from "./open-applications-field.tsx";
import type { StepFields } from "./offer-step-form.tsx";

interface PlaceStepProps extends StepFields {
  weeks: readonly InternshipWeek[];
  failure: StepFailure | null;
}

/** The registered address of step 1, on one line; empty while a part of it is missing. */
function seatAddress(text: StepFields["text"]): string {
  const [line, postcode, town] = ["organisationAddress", "organisationPostcode", "organisationTown"].map(
    (name) => text(name).trim(),
  );
  return line && postcode && town ? `${line}, ${postcode} ${town}` : "";
}

/** Step 3: where, how many, when. */
export function PlaceStep({ field, text, list, weeks, failure }: PlaceStepProps) {
  const { defaultValue, ...address } = field("address");
  const choices = failure?.choices ?? [];
  const seat = seatAddress(text);
  return (
    <>
      <AddressField
        {...address}
        defaultValue={defaultValue}
        label="Adresse du stage"
        hint="Numéro, rue et commune, par exemple&nbsp;: 12 rue de Nemours, 35000 Rennes."
        required
      />
      {seat !== "" && seat !== defaultValue.trim() ? (
        <CheckboxField name="sameAddress" value={seat} label="Même adresse que le siège" hint={seat} />
      ) : null}
      {choices.length > 0 ? (
        <RadioGroup
          name="place"
          label="Dans quelle commune&nbsp;?"
          required
          error={field("place").error}
          options={choices.map((place) => ({
            value: place.inseeCode,
            label: place.label,
            ...(place.postcode ? { hint: place.postcode } : {}),
          }))}
        />
      ) : text("place") ? (
        <input type="hidden" name="place" value={text("place")} />
      ) : null}
      <div className="field-row">
        {weeks.map(({ week, startsOn, endsOn }) => (
          <TextField
            {...field(`seats${week}`)}
            key={week}
            label={`Places semaine ${week}`}
            hint={`${frenchPeriod(startsOn, endsOn)}. Aucune : 0.`}
            type="number"
            min={0}
            max={500}
            step={1}
            inputMode="numeric"
            width="short"
            required
          />
        ))}
      </div>
      <CheckboxGroup
        name="lengths"
        label="Durées acceptées"
        error={field("lengths").error}
        options={[
          { value: "both", label: "Les deux semaines avec le même élève" },
          { value: "single", label: "Une seule semaine" },
        ]}
        defaultValue={list("lengths")}
      />
      <OpenApplicationsField {...field("maxOpenApplications")} />
      <HoursGridFields valueOf={text} findings={failure?.hours ?? []} slips={failure?.slips ?? []} />
      <TextField
        {...field("accessNote")}
        label="Pour venir"
        hint="Arrêt de bus, entrée, accessibilité…"
        optional
        autoComplete="off"
      />
    </>
  );
}
