import { Link } from "@remix-run/react";
import type { LinkedFederation } from "#app/domain/federation/linked-federations.ts";
import { paths } from "#app/paths.ts";
import { PROVIDER_LINKS } from "../messages/accounts/federation.ts";

/** Ways in by a federation, linked to this account or to be linked. */
export function LinkedFederations({ federations }: { federations: readonly LinkedFederation[] }) {
  return federations.map(({ provider, isLinked }) => {
    const { linked, link } = PROVIDER_LINKS[provider];
    return (
      <p key={provider}>
        {isLinked ? (
          linked
        ) : (
          <>
            <Link to={paths.federatedSignIn(provider, { retour: paths.account() })} reloadDocument>
              {link}
            </Link>
            &nbsp;: vous pourrez entrer des deux façons.
          </>
        )}
      </p>
    );
  });
}
