import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { fieldErrors, textOf, type Refusal } from "../forms/refusal.ts";
import type { Intent } from "../forms/intents.ts";

interface LostSecondFactorFormProps {
  /** Where the page has other things to do. */
  intent?: Intent;
  refusal: Refusal | undefined;
}

/** Gives access back to someone who has lost the device of their second factor. */
export function LostSecondFactorForm({ intent, refusal }: LostSecondFactorFormProps) {
  return (
    <>
      <p>
        Ses sessions se ferment, ses codes de secours et ses clés d’accès ne servent plus, et un e-mail lui
        est envoyé. À sa prochaine connexion, la personne installe un autre second facteur.
      </p>
      <SubmitForm mandatory="one">
        <TextAreaField
          name="reason"
          label="Raison"
          hint="Comment vous savez que c’est bien cette personne. Elle est conservée."
          rows={3}
          defaultValue={textOf(refusal, "reason")}
          error={fieldErrors(refusal).reason?.[0]}
          required
        />
        <SubmitButton intent={intent}>Retirer le second facteur</SubmitButton>
      </SubmitForm>
    </>
  );
}
