import { challenges } from "#app/domain/reference/challenges.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import { CheckboxGroup } from "../components/fields/choice-group.tsx";
import { SelectField } from "../components/fields/select-field.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import type { StepFields } from "./offer-step-form.tsx";

/** Step 2: what the pupil will discover. */
export function InternshipStep({
  field,
  list,
  families,
}: StepFields & { families: readonly SectorFamily[] }) {
  return (
    <>
      <TextField
        {...field("title")}
        label="Intitulé de l'offre"
        hint="Ce que l’élève va découvrir, par exemple&nbsp;: «&nbsp;Découvrir les métiers d’un cabinet d’architectes&nbsp;»."
        autoComplete="off"
        required
      />
      <TextAreaField
        {...field("description")}
        label="Description"
        hint="Quelques phrases simples, pour une personne de 15 ans&nbsp;: qui vous êtes, ce qu’elle verra, avec qui."
        maxLength={4000}
        required
      />
      <SelectField
        {...field("sectorCode")}
        label="Secteur d'activité"
        emptyLabel="Choisir un secteur"
        required
        options={families.map((family) => ({
          group: family.label,
          options: family.sectors.map(({ code, label }) => ({ value: code, label })),
        }))}
      />
      <TextAreaField
        {...field("activities")}
        label="Activités prévues"
        hint="Elles figurent dans la convention. L’élève observe et essaie, mais ne travaille pas."
        rows={4}
        maxLength={4000}
        optional
      />
      <TextField
        {...field("supervisorName")}
        label="Personne qui accueille l’élève"
        hint="Si ce n’est pas celle qui signe la convention."
        optional
        autoComplete="off"
      />
      <TextField
        {...field("supervisorContact")}
        label="Téléphone ou adresse électronique de cette personne"
        hint="Pour la convention&nbsp;: les élèves ne le voient pas sur l’offre."
        optional
        autoComplete="off"
      />
      <TextField
        {...field("lunch")}
        label="Repas du midi"
        hint="Par exemple&nbsp;: cantine offerte, micro-ondes sur place, repas à la charge de l’élève."
        optional
        autoComplete="off"
      />
      <CheckboxGroup
        name="challenges"
        label="Défis du pays que ce stage permet de découvrir"
        options={challenges.map(({ slug, label }) => ({ value: slug, label }))}
        defaultValue={list("challenges")}
        optional
        inline
      />
    </>
  );
}
