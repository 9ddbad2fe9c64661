import { Link } from "@remix-run/react";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { fieldErrors, textOf, type Refusal } from "../forms/refusal.ts";
import { adminTrail } from "./admin-trail.ts";

interface AccountsPageProps {
  /** Null before anything is asked. */
  found: readonly { personId: string; firstName: string; lastName: string; address: string | null }[] | null;
  refusal: Refusal | undefined;
}

/** Looks for an account. What is asked is posted, so that no name enters an address. */
export function AccountsPage({ found, refusal }: AccountsPageProps) {
  return (
    <Page narrow>
      <PageHeader title="Comptes" trail={adminTrail} />
      {found ? null : <RefusalNotice refusal={refusal} />}
      <SubmitForm mandatory="search">
        <TextField
          name="words"
          label="Adresse électronique ou nom"
          defaultValue={textOf(refusal, "words")}
          error={fieldErrors(refusal).words?.[0]}
          required
        />
        <SubmitButton>Chercher</SubmitButton>
      </SubmitForm>
      {found ? (
        <section aria-labelledby="trouves">
          <h2 id="trouves">{plural(found.length, "compte trouvé", "comptes trouvés")}</h2>
          <p>Ouvrir un compte demande un motif, que la personne pourra lire.</p>
          <ul>
            {found.map(({ personId, firstName, lastName, address }) => (
              <li key={personId}>
                <Link to={paths.admin.foundAccount(personId)}>
                  {firstName} {lastName}
                </Link>
                {address ? `, ${address}` : ""}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}
