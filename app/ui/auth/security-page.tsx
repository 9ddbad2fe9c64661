import { Link } from "@remix-run/react";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import type { OpenEmailChange } from "#app/domain/accounts/email-change/email-change.ts";
import { EmailAddressSection } from "./email-change/email-address-section.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { PASSWORD_HINT } from "../messages/accounts/passwords.ts";

interface SecurityPageProps {
  protection: { hasPassword: boolean; hasSecondFactor: boolean; recoveryCodesLeft: number };
  mayHavePasskeys: boolean;
  address: { email: string | null; change: OpenEmailChange | null };
  done: DoneCode<"security"> | null;
  refusal: Refusal | undefined;
}

export function SecurityPage({ protection, address, mayHavePasskeys, done, refusal }: SecurityPageProps) {
  return (
    <Page narrow>
      <PageHeader title="Sécurité" trail={[{ to: paths.account(), label: "Mon compte" }]} />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="security" done={done} />}
      {protection.hasPassword ? <PasswordSection refusal={refusal} /> : <NoPassword />}
      {protection.hasSecondFactor ? (
        <SecondFactorSection left={protection.recoveryCodesLeft} refusal={refusal} />
      ) : null}
      <EmailAddressSection address={address} hasPassword={protection.hasPassword} refusal={refusal} />
      <section aria-labelledby="ailleurs">
        <h2 id="ailleurs">Autres protections</h2>
        <ul>
          <li>
            <Link to={paths.sessions()}>Mes appareils connectés</Link>
          </li>
          {mayHavePasskeys ? (
            <li>
              <Link to={paths.passkeys()}>Mes clés d’accès</Link>
            </li>
          ) : null}
        </ul>
      </section>
    </Page>
  );
}

function PasswordSection({ refusal }: Pick<SecurityPageProps, "refusal">) {
  return (
    <section aria-labelledby="mot-de-passe">
      <h2 id="mot-de-passe">Changer de mot de passe</h2>
      <p>Vos autres appareils seront déconnectés, et un e-mail vous préviendra.</p>
      <SubmitForm mandatory="all">
        <HiddenIntent value="password" />
        <TextField
          name="current"
          label="Mot de passe actuel"
          type="password"
          autoComplete="current-password"
          required
          error={refusal?.errors.current?.[0]}
        />
        <TextField
          name="password"
          label="Nouveau mot de passe"
          type="password"
          hint={PASSWORD_HINT}
          autoComplete="new-password"
          required
          error={refusal?.errors.password?.[0]}
        />
        <SubmitButton>Changer de mot de passe</SubmitButton>
      </SubmitForm>
      <p className="page-more">
        Vous ne savez plus le mot de passe actuel&nbsp;?{" "}
        <Link to={paths.forgottenPassword()}>Choisissez-en un par e-mail</Link>.
      </p>
    </section>
  );
}

function NoPassword() {
  return <p>Votre compte s’ouvre sans mot de passe de ce service&nbsp;: il n’y a rien à changer ici.</p>;
}

function SecondFactorSection({ left, refusal }: { left: number } & Pick<SecurityPageProps, "refusal">) {
  return (
    <section aria-labelledby="second-facteur">
      <h2 id="second-facteur">Second facteur</h2>
      <p>
        Actif&nbsp;: un code de votre téléphone s’ajoute au mot de passe. Codes de secours encore
        utilisables&nbsp;: {frenchNumber(left)}.
      </p>
      <p>
        Téléphone perdu et plus de code&nbsp;? Demandez à la direction de votre établissement, ou à
        l’administration.
      </p>
      <h3>De nouveaux codes de secours</h3>
      <p>Les anciens ne serviront plus.</p>
      <SubmitForm mandatory="one">
        <HiddenIntent value="codes" />
        <TextField
          name="confirmation"
          label="Votre mot de passe"
          type="password"
          autoComplete="current-password"
          required
          error={refusal?.errors.confirmation?.[0]}
        />
        <SubmitButton variant="secondary">Recevoir de nouveaux codes</SubmitButton>
      </SubmitForm>
    </section>
  );
}
