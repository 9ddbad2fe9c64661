import { Link } from "@remix-run/react";
import type { FoundAccount } from "#app/domain/accounts/account.ts";
import { frenchTime } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { LostSecondFactorForm } from "../auth/lost-second-factor-form.tsx";
import { DataList } from "../components/data-list.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { roleLabel } from "../messages/accounts/roles.ts";
import { adminTrail } from "./admin-trail.ts";

interface FoundAccountPageProps {
  account: FoundAccount;
  /** When this access ends. */
  until: Date;
  done: DoneCode<"foundAccount"> | null;
  refusal: Refusal | undefined;
}

/** One account: what it is, and how to help its owner back in. */
export function FoundAccountPage({ account, until, done, refusal }: FoundAccountPageProps) {
  const { firstName, lastName, email, affiliations, hasSecondFactor, openSessions } = account;
  const roles = affiliations.map(({ role, place }) =>
    place ? `${roleLabel(role)}, ${place}` : roleLabel(role),
  );
  return (
    <Page narrow>
      <PageHeader
        title={`${firstName} ${lastName}`}
        trail={[...adminTrail, { to: paths.admin.accounts(), label: "Comptes" }]}
      />
      {refusal ? null : <DoneNotice page="foundAccount" done={done} />}
      <RefusalNotice refusal={refusal} />
      <p>
        Accès ouvert jusqu’à {frenchTime(new Date(until))}. La personne voit dans son compte que vous l’avez
        consulté, et pourquoi.{" "}
        <Link to={paths.admin.audit({ objet: account.personId })}>Actes sur ce compte</Link>
      </p>
      <DataList
        items={[
          { term: "Adresse", details: email ?? "Aucune" },
          { term: "Rôles", details: roles.join(" ; ") || "Aucun" },
          { term: "Second facteur", details: hasSecondFactor ? "Installé" : "Pas installé" },
          { term: "Sessions ouvertes", details: plural(openSessions, "session") },
        ]}
      />
      {hasSecondFactor ? (
        <section aria-labelledby="facteur">
          <h2 id="facteur">Second facteur perdu</h2>
          <LostSecondFactorForm intent="reset" refusal={refusal} />
        </section>
      ) : null}
      <section aria-labelledby="sessions">
        <h2 id="sessions">Sessions</h2>
        <SubmitForm>
          <SubmitButton intent="sessions" variant="secondary">
            Fermer toutes ses sessions
          </SubmitButton>
        </SubmitForm>
      </section>
    </Page>
  );
}
