import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { CheckboxField } from "../components/fields/checkbox-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import type { StepFields } from "./offer-step-form.tsx";

interface OrganisationStepProps extends StepFields {
  organisations: readonly { id: string; name: string }[];
}

/** Step 1: already filled for the members of an organisation. */
export function OrganisationStep({ field, text, organisations }: OrganisationStepProps) {
  return (
    <>
      {organisations.length > 1 ? <OtherOrganisations organisations={organisations} /> : null}
      <TextField
        {...field("organisationName")}
        label="Nom de la structure"
        autoComplete="organization"
        required
      />
      <TextField
        {...field("siret")}
        label="SIRET"
        hint="14 chiffres, par exemple sur une facture ou un avis de situation."
        inputMode="numeric"
        width="medium"
        spellCheck={false}
        required
      />
      <CheckboxField
        name="isPublic"
        label="C’est une administration, une collectivité ou un établissement public"
        defaultChecked={text("isPublic") === "oui"}
      />
      <TextField
        {...field("organisationAddress")}
        label="Numéro et rue du siège"
        autoComplete="address-line1"
        required
      />
      <TextField
        {...field("organisationPostcode")}
        label="Code postal"
        width="short"
        inputMode="numeric"
        autoComplete="postal-code"
        required
      />
      <TextField {...field("organisationTown")} label="Ville" autoComplete="address-level2" required />
      <TextField
        {...field("signatoryName")}
        label="Prénom et nom de la personne qui signe les conventions"
        autoComplete="off"
        required
      />
      <TextField
        {...field("signatoryQuality")}
        label="Fonction de cette personne"
        hint="Par exemple&nbsp;: gérante, directeur des ressources humaines, maire."
        autoComplete="off"
        required
      />
      <TextField
        {...field("preventionContact")}
        label="Personne à qui parler en cas de violences sexistes ou sexuelles"
        hint="Son nom et comment la joindre&nbsp;: l’élève les reçoit à son arrivée."
        optional
        autoComplete="off"
      />
    </>
  );
}

function OtherOrganisations({ organisations }: Pick<OrganisationStepProps, "organisations">) {
  return (
    <p>
      Vous publiez pour plusieurs structures&nbsp;? Remplir pour{" "}
      {organisations.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ", " : ""}
          <Link to={paths.employer.newOffer({ structure: id })}>{name}</Link>
        </span>
      ))}
      .
    </p>
  );
}
