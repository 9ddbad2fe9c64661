import { Link } from "@remix-run/react";
import { STAFF_ROLES } from "#app/domain/accounts/actor.ts";
import type { JoinableSchool } from "#app/domain/schools/team/joinable-school.ts";
import { paths } from "#app/paths.ts";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { SelectField } from "../components/fields/select-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { STAFF_LABELS } from "../messages/accounts/school-team.ts";

interface JoinRequestFormProps {
  school: JoinableSchool;
  refusal: Refusal | undefined;
}

/** Someone who works in this school asks its head and its office for an access. */
export function JoinRequestForm({ school, refusal }: JoinRequestFormProps) {
  const errors = refusal?.errors ?? {};
  return (
    <section aria-labelledby="demande">
      <h2 id="demande">Demander un accès</h2>
      <p>
        {school.name}, {school.town}. La direction et le secrétariat répondent à votre demande.
      </p>
      <SubmitForm mandatory="all">
        <HiddenIntent value="request" />
        <HiddenField name="uai" value={school.uai} />
        <TextField
          name="email"
          label="Adresse électronique"
          hint="Votre adresse de l’académie. Un lien y sera envoyé."
          type="email"
          autoComplete="email"
          required
          defaultValue={textOf(refusal, "email")}
          error={errors.email?.[0]}
        />
        <SelectField
          name="role"
          label="Fonction"
          emptyLabel="Choisir"
          options={STAFF_ROLES.map((value) => ({ value, label: STAFF_LABELS[value] }))}
          defaultValue={textOf(refusal, "role")}
          required
          error={errors.role?.[0]}
        />
        <SubmitButton>Envoyer ma demande</SubmitButton>
      </SubmitForm>
      <p className="page-more">
        <Link to={paths.school.join()}>Chercher un autre établissement</Link>
      </p>
    </section>
  );
}
