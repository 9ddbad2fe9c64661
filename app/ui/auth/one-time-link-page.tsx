import { Link } from "@remix-run/react";
import type { LinkPage } from "#app/domain/accounts/links/link-page.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { EmailChangeOver, OldAddressAnswers } from "./email-change/old-address-answers.tsx";
import { NameFields } from "./name-fields.tsx";
import { FirstMemberForm } from "./first-member-form.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { PASSWORD_HINT } from "../messages/accounts/passwords.ts";
import { LINK_LEADS, LINK_TITLES, timeLeft } from "../messages/accounts/one-time-links.ts";

interface OneTimeLinkPageProps extends Omit<LinkPage, "isBeingUsed"> {
  /** This browser has used it, and may finish. */
  isMine: boolean;
  done: DoneCode<"oneTimeLink"> | null;
  refusal: Refusal | undefined;
}

/** What a link sent by e-mail leads to: a button first, so that opening it does nothing; then, where one is to be chosen, the password. */
export function OneTimeLinkPage({ refusal, ...link }: OneTimeLinkPageProps) {
  const { purpose, state, isMine, done } = link;
  return (
    <Page narrow>
      <PageHeader title={LINK_TITLES[purpose]} />
      {refusal ? null : <DoneNotice page="oneTimeLink" done={done} />}
      {isMine && purpose === "school_claim" ? <FirstMemberForm refusal={refusal} /> : null}
      {isMine && purpose !== "school_claim" ? (
        <PasswordForm hasAccount={link.hasAccount} refusal={refusal} />
      ) : null}
      {link.change ? <EmailChangeLink {...link} change={link.change} /> : null}
      {!isMine && !link.change && state === "open" ? <OpenLink {...link} /> : null}
      {!isMine && !link.change && state !== "open" && done === null ? <ClosedLink {...link} /> : null}
    </Page>
  );
}

type Shown = Pick<OneTimeLinkPageProps, "purpose" | "state" | "minutesLeft" | "address" | "isCompleted">;

/** Two answers at the mailbox that is about to be replaced, one at the other. */
function EmailChangeLink({
  change,
  ...link
}: Shown & { change: NonNullable<LinkPage["change"]>; done: OneTimeLinkPageProps["done"] }) {
  const { purpose, state, done } = link;
  if (!change.isOpen) return <EmailChangeOver />;
  if (state !== "open") return done === null ? <ClosedLink {...link} /> : null;
  return purpose === "email_change_old" ? (
    <OldAddressAnswers newAddress={change.newAddress} minutesLeft={link.minutesLeft} />
  ) : (
    <OpenLink {...link} />
  );
}

function OpenLink({ purpose, minutesLeft, address }: Shown) {
  return (
    <>
      {address ? (
        <p>
          Adresse&nbsp;: <strong>{address}</strong>
        </p>
      ) : null}
      <p>{typeset(LINK_LEADS[purpose])}</p>
      <SubmitForm>
        <HiddenIntent value="continue" />
        <SubmitButton>Continuer</SubmitButton>
      </SubmitForm>
      <p className="fr-hint-text page-more">
        Ce lien sert une seule fois. Il est valable {timeLeft(minutesLeft)}.
      </p>
    </>
  );
}

/** What was done by links that are not followed by a sign-in. */
const COMPLETED: Partial<Record<LinkPage["purpose"], string>> = {
  school_claim: "L’invitation est partie à l’adresse indiquée.",
  school_request: "Votre demande est transmise à l’établissement.",
  email_change_old: "Votre réponse est enregistrée. Il reste à confirmer la nouvelle adresse.",
  email_change_new: "Votre nouvelle adresse est confirmée.",
};

function ClosedLink({ purpose, state, address, isCompleted }: Shown) {
  return (
    <>
      <Notice
        tone="warning"
        title={state === "used" ? "Ce lien a déjà servi." : "Le délai de ce lien est passé."}
      >
        <p>
          {typeset(
            isCompleted
              ? (COMPLETED[purpose] ?? "C’est fait : vous pouvez vous connecter.")
              : "Recevez-en un nouveau : il part à la même adresse" + (address ? `, ${address}.` : "."),
          )}
        </p>
      </Notice>
      {isCompleted ? (
        <p>
          <Link to={paths.signIn()}>Se connecter</Link>
        </p>
      ) : (
        <SubmitForm>
          <HiddenIntent value="renew" />
          <SubmitButton>Recevoir un nouveau lien</SubmitButton>
        </SubmitForm>
      )}
    </>
  );
}

function PasswordForm({ hasAccount, refusal }: Pick<OneTimeLinkPageProps, "hasAccount" | "refusal">) {
  const errors = refusal?.errors ?? {};
  return (
    <SubmitForm mandatory={hasAccount ? "one" : "all"}>
      <HiddenIntent value="save" />
      <ErrorSummary errors={errorLinks(errors)} />
      {hasAccount ? null : <NameFields refusal={refusal} />}
      <TextField
        name="password"
        label="Nouveau mot de passe"
        type="password"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        required
        error={errors.password?.[0]}
      />
      <SubmitButton>Enregistrer</SubmitButton>
    </SubmitForm>
  );
}
