import type { Member } from "#app/domain/schools/team/school-team.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";

interface ReplaceHeadFormProps {
  uai: string;
  former: Pick<Member, "personId" | "firstName" | "lastName">;
  refusal: Refusal | undefined;
}

/** One head takes the place of another, from a day on. */
export function ReplaceHeadForm({ uai, former, refusal }: ReplaceHeadFormProps) {
  const { personId, firstName, lastName } = former;
  const mine = textOf(refusal, "formerId") === personId ? refusal : undefined;
  const errors = mine?.errors ?? {};
  const idOf = (name: string) => (mine ? name : `${name}-${personId}`);
  return (
    <Disclosure title={`Une autre personne remplace ${firstName} ${lastName} à la direction`} open={!!mine}>
      <p>
        À partir de ce jour, {firstName} {lastName} n’a plus accès à la direction dans cet espace. La personne
        qui lui succède reçoit une invitation dès maintenant, et tout ce qui attend la direction.
      </p>
      <SubmitForm mandatory="all">
        <HiddenIntent value="replace_head" />
        <HiddenField name="uai" value={uai} />
        <HiddenField name="formerId" value={personId} />
        <TextField
          name="email"
          id={idOf("email")}
          label="Adresse électronique de la nouvelle direction"
          type="email"
          autoComplete="off"
          required
          defaultValue={textOf(mine, "email")}
          error={errors.email?.[0]}
        />
        <TextField
          name="from"
          id={idOf("from")}
          label="Premier jour de la nouvelle direction"
          hint="Exemple : 1/9/2027."
          type="date"
          width="medium"
          required
          defaultValue={textOf(mine, "from")}
          error={errors.from?.[0]}
        />
        <SubmitButton variant="secondary">Enregistrer le changement</SubmitButton>
      </SubmitForm>
    </Disclosure>
  );
}
