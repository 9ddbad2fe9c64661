import { Link } from "@remix-run/react";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { PASSWORD_HINT } from "../messages/accounts/passwords.ts";

interface ActivationPageProps {
  page:
    | { step: "code" }
    | { step: "password"; firstName: string }
    | { step: "done"; done: DoneCode<"activation">; signInName: string | null; home: string };
  refusal: Refusal | undefined;
}

/** A pupil's way in by the card that their school has printed. */
export function ActivationPage({ page, refusal }: ActivationPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Activer mon compte"
        lead={page.step === "code" ? "Avec la carte que votre lycée vous a donnée." : undefined}
      />
      <RefusalNotice refusal={refusal} />
      {page.step === "code" ? <CodeForm refusal={refusal} /> : null}
      {page.step === "password" ? <PasswordForm firstName={page.firstName} refusal={refusal} /> : null}
      {page.step === "done" ? <Activated {...page} /> : null}
    </Page>
  );
}

function CodeForm({ refusal }: { refusal: Refusal | undefined }) {
  const errors = refusal?.errors ?? {};
  return (
    <>
      <SubmitForm mandatory="all">
        <HiddenIntent value="check" />
        <TextField
          name="activationCode"
          label="Code d’activation"
          hint="Douze lettres et chiffres, par exemple : K7MP-X2GD-W9HT. Majuscules et tirets sont facultatifs."
          autoComplete="off"
          spellCheck={false}
          required
          defaultValue={textOf(refusal, "activationCode")}
          error={errors.activationCode?.[0]}
        />
        <TextField
          name="birthDate"
          label="Date de naissance"
          hint="La vôtre. Exemple : 2/10/2011."
          type="date"
          width="medium"
          autoComplete="bday"
          required
          defaultValue={textOf(refusal, "birthDate")}
          error={errors.birthDate?.[0]}
        />
        <SubmitButton>Continuer</SubmitButton>
      </SubmitForm>
      <p className="page-more">
        Pas de carte, ou carte perdue&nbsp;? Le lycée en imprime une nouvelle. Compte déjà activé&nbsp;?{" "}
        <Link to={paths.signIn()}>Se connecter</Link>
      </p>
    </>
  );
}

function PasswordForm({ firstName, refusal }: { firstName: string; refusal: Refusal | undefined }) {
  const errors = refusal?.errors ?? {};
  return (
    <>
      <p>
        Bonjour {firstName}. Choisissez comment vous connecter&nbsp;: votre carte ne servira plus ensuite.
      </p>
      <SubmitForm mandatory="unmarked">
        <HiddenIntent value="activate" />
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
          name="email"
          label="Adresse électronique"
          type="email"
          hint="Pour recevoir les réponses des employeurs et retrouver un mot de passe oublié. Un lien y sera envoyé."
          autoComplete="email"
          optional
          defaultValue={textOf(refusal, "email")}
          error={errors.email?.[0]}
        />
        <SubmitButton>Activer mon compte</SubmitButton>
      </SubmitForm>
      <SubmitForm className="page-more">
        <HiddenIntent value="restart" />
        <p>Vous n’êtes pas {firstName}&nbsp;?</p>
        <SubmitButton variant="tertiary">Utiliser une autre carte</SubmitButton>
      </SubmitForm>
    </>
  );
}

function Activated({ done, signInName, home }: Extract<ActivationPageProps["page"], { step: "done" }>) {
  return (
    <>
      <DoneNotice page="activation" done={done} />
      {signInName ? (
        <>
          <p>Votre identifiant, à noter&nbsp;:</p>
          <p className="sign-in-name">
            <code>{signInName}</code>
          </p>
          <p>
            Pour vous connecter, écrivez-le à la place de l’adresse électronique, avec votre mot de passe. Mot
            de passe oublié&nbsp;? Le lycée imprime une nouvelle carte.
          </p>
        </>
      ) : (
        <p>Connectez-vous avec votre adresse électronique et votre nouveau mot de passe.</p>
      )}
      <ButtonLink to={home}>Ouvrir mon espace</ButtonLink>
    </>
  );
}
