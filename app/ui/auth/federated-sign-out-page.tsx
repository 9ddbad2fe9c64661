import type { Provider } from "#app/domain/federation/identity-provider.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { PROVIDER_NAMES, PROVIDER_SESSIONS } from "../messages/accounts/federation.ts";

interface FederatedSignOutPageProps {
  provider: Provider;
  /** Where the federation ends its own session. */
  wayOut: string | null;
}

/** Signed out here; the federation's session may still be open. */
export function FederatedSignOutPage({ provider, wayOut }: FederatedSignOutPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Votre session est fermée ici"
        crumb="Déconnexion"
        lead={
          wayOut
            ? `Il reste à fermer ${PROVIDER_SESSIONS[provider]}.`
            : `Sur un appareil partagé, fermez aussi le navigateur : ${PROVIDER_NAMES[provider]} y garde peut-être une session ouverte.`
        }
      />
      <ButtonRow>
        {wayOut ? (
          <ButtonLink to={wayOut} reloadDocument>
            Continuer
          </ButtonLink>
        ) : (
          <ButtonLink to={paths.home()}>Revenir à l’accueil</ButtonLink>
        )}
      </ButtonRow>
    </Page>
  );
}
