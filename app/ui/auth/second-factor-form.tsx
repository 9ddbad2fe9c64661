import { Disclosure } from "../components/disclosure.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import type { Refusal } from "../forms/refusal.ts";

/** The code of the application, or a printed one for whoever has lost their telephone. */
export function SecondFactorForm({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <>
      <SubmitForm mandatory="one">
        <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
        <TextField
          name="code"
          label="Code de vérification"
          hint="Les six chiffres affichés par votre application d’authentification."
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          error={refusal?.errors.code?.[0]}
        />
        <SubmitButton>Vérifier</SubmitButton>
      </SubmitForm>
      <Disclosure title="Je n’ai plus mon téléphone">
        <SubmitForm mandatory="one">
          <TextField
            id="recovery"
            name="code"
            label="Code de secours"
            hint="Un des dix codes donnés à l’installation. Chacun sert une fois."
            autoComplete="off"
            spellCheck={false}
            required
          />
          <SubmitButton variant="secondary">Utiliser ce code</SubmitButton>
        </SubmitForm>
        <p>
          Plus de code de secours&nbsp;? Une personne de votre établissement ou de l’administration du service
          peut vous redonner accès.
        </p>
      </Disclosure>
    </>
  );
}
