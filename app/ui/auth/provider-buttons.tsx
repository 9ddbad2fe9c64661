import type { Provider } from "#app/domain/federation/identity-provider.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { PROVIDER_AUDIENCES, PROVIDER_BUTTONS } from "../messages/accounts/federation.ts";

interface ProviderButtonsProps {
  providers: readonly Provider[];
  /** The page first asked for. */
  returnTo: string | null;
}

/** The federations that this installation is declared to; nothing when there is none. */
export function ProviderButtons({ providers, returnTo }: ProviderButtonsProps) {
  if (providers.length === 0) return null;
  return (
    <section className="sign-in__providers" aria-labelledby="federations">
      <h2 id="federations">Avec un compte que vous avez déjà</h2>
      <ul>
        {providers.map((provider) => (
          <li key={provider}>
            <p>{PROVIDER_AUDIENCES[provider]}</p>
            <ButtonLink
              to={paths.federatedSignIn(provider, returnTo === null ? {} : { retour: returnTo })}
              variant="secondary"
              reloadDocument
            >
              {PROVIDER_BUTTONS[provider]}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
