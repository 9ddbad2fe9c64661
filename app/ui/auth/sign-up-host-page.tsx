import { Link } from "@remix-run/react";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { NameFields } from "./name-fields.tsx";
import { PASSWORD_HINT } from "../messages/accounts/passwords.ts";

interface SignUpHostPageProps {
  done: DoneCode<"signUpHost"> | null;
  refusal: Refusal | undefined;
}

/** Five fields: the organisation itself is described with its first offer. */
export function SignUpHostPage({ done, refusal }: SignUpHostPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Créer un compte employeur"
        trail={[{ to: paths.signUp(), label: "Créer un compte" }]}
        lead="Pour proposer des stages de seconde et répondre aux élèves."
      />
      {done && !refusal ? <DoneNotice page="signUpHost" done={done} /> : <SignUpForm refusal={refusal} />}
      <p className="page-more">
        Vous avez déjà un compte&nbsp;? <Link to={paths.signIn()}>Connectez-vous</Link>.
      </p>
    </Page>
  );
}

function SignUpForm({ refusal }: { refusal: Refusal | undefined }) {
  const errors = refusal?.errors ?? {};
  return (
    <SubmitForm mandatory="all">
      <ErrorSummary errors={errorLinks(errors)} />
      <NameFields refusal={refusal} />
      <TextField
        name="email"
        label="Adresse électronique"
        type="email"
        hint="Celle de votre travail, de préférence. Un lien y sera envoyé."
        autoComplete="email"
        required
        defaultValue={textOf(refusal, "email")}
        error={errors.email?.[0]}
      />
      <TextField
        name="password"
        label="Mot de passe"
        type="password"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        required
        error={errors.password?.[0]}
      />
      <TextField
        name="siret"
        label="SIRET"
        hint="Les quatorze chiffres de l’établissement où les élèves viendront."
        inputMode="numeric"
        autoComplete="off"
        width="medium"
        required
        defaultValue={textOf(refusal, "siret")}
        error={errors.siret?.[0]}
      />
      <SubmitButton>Créer mon compte</SubmitButton>
    </SubmitForm>
  );
}
