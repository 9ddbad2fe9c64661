import { Link } from "@remix-run/react";
import type { PasskeyRequest } from "#app/domain/accounts/passkeys/passkey.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { PasskeyForm } from "./passkey-form.tsx";

interface PasskeySignInPageProps {
  options: PasskeyRequest;
  returnTo: string | null;
  refusal: Refusal | undefined;
}

/** The library is fetched by the press: nobody else needs it. */
async function answer(optionsJSON: PasskeyRequest) {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return await startAuthentication({ optionsJSON });
}

export function PasskeySignInPage({ options, returnTo, refusal }: PasskeySignInPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Se connecter avec une clé d’accès"
        lead="Votre appareil vous reconnaît par votre doigt, votre visage ou son code&nbsp;: ni mot de passe, ni code de vérification."
      />
      <RefusalNotice refusal={refusal} />
      <PasskeyForm ask={() => answer(options)}>
        <SubmitButton>Utiliser ma clé d’accès</SubmitButton>
      </PasskeyForm>
      <p className="page-more">
        Pas encore de clé d’accès&nbsp;? Vous pourrez en ajouter une dans «&nbsp;Mon compte&nbsp;», après vous
        être connecté.{" "}
        <Link to={paths.signIn(returnTo ? { retour: returnTo } : {})}>
          Se connecter avec mon mot de passe
        </Link>
      </p>
    </Page>
  );
}
