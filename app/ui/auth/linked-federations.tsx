import { Link } from "@remix-run/react";
import type { LinkedFederation } from "#app/domain/federation/linked-federations.ts";
import { paths } from "#app/paths.ts";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { PROVIDER_LINKS, PROVIDER_NAMES } from "../messages/accounts/federation.ts";

/** Ways in by a federation, linked to this account or to be linked. */
export function LinkedFederations({ federations }: { federations: readonly LinkedFederation[] }) {
  return federations.map(({ provider, isLinked }) => {
    const { linked, link } = PROVIDER_LINKS[provider];
    return isLinked ? (
      <SubmitForm key={provider}>
        <p>{linked}</p>
        <HiddenField name="provider" value={provider} />
        <SubmitButton variant="tertiary" intent="unlink">
          Délier {PROVIDER_NAMES[provider]}
        </SubmitButton>
      </SubmitForm>
    ) : (
      <p key={provider}>
        <Link to={paths.federatedSignIn(provider, { retour: paths.account() })} reloadDocument>
          {link}
        </Link>
        &nbsp;: vous pourrez entrer des deux façons.
      </p>
    );
  });
}
