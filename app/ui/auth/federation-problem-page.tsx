import type { SignInProblem } from "#app/domain/federation/federation.failures.ts";
import type { Provider } from "#app/domain/federation/identity-provider.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { PROBLEMS } from "../messages/accounts/federation.ts";

interface FederationProblemPageProps {
  provider: Provider;
  problem: SignInProblem;
}

/** Nobody was let in: why, and what to do. */
export function FederationProblemPage({ provider, problem }: FederationProblemPageProps) {
  const { title, text, again } = PROBLEMS[problem];
  return (
    <Page narrow>
      <PageHeader
        title={title}
        crumb="Connexion impossible"
        trail={[{ to: paths.signIn(), label: "Se connecter" }]}
        lead={text}
      />
      <ButtonRow>
        {again ? (
          <ButtonLink to={paths.federatedSignIn(provider)} reloadDocument>
            Recommencer
          </ButtonLink>
        ) : null}
        <ButtonLink to={paths.signIn()} variant={again ? "secondary" : "primary"}>
          Autres façons de se connecter
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
