import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";

export function SignInForm({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <SubmitForm mandatory="all">
      <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
      <TextField
        name="email"
        label="Adresse électronique"
        hint="Ou l’identifiant reçu à l’activation de votre compte."
        inputMode="email"
        spellCheck={false}
        autoComplete="username"
        required
        defaultValue={textOf(refusal, "email")}
        error={refusal?.errors.email?.[0]}
      />
      <TextField
        name="password"
        label="Mot de passe"
        type="password"
        autoComplete="current-password"
        required
        error={refusal?.errors.password?.[0]}
      />
      <SubmitButton>Se connecter</SubmitButton>
    </SubmitForm>
  );
}
