import { Link } from "@remix-run/react";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { ButtonRow } from "../../components/button-link.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { LINK_LEADS, timeLeft } from "../../messages/accounts/one-time-links.ts";

/** What the mailbox that is about to be replaced answers. */
export function OldAddressAnswers({ newAddress, minutesLeft }: { newAddress: string; minutesLeft: number }) {
  return (
    <>
      <p>{typeset(LINK_LEADS.email_change_old)}</p>
      <p>
        Nouvelle adresse&nbsp;: <strong>{newAddress}</strong>
      </p>
      <SubmitForm>
        <ButtonRow>
          <SubmitButton intent="continue">C’est bien moi</SubmitButton>
          <SubmitButton intent="refuse" variant="secondary">
            Ce n’est pas moi
          </SubmitButton>
        </ButtonRow>
      </SubmitForm>
      <p className="fr-hint-text page-more">
        «&nbsp;Ce n’est pas moi&nbsp;» arrête le changement et déconnecte tous les appareils. Ce lien sert une
        seule fois. Il est valable {timeLeft(minutesLeft)}.
      </p>
    </>
  );
}

export function EmailChangeOver() {
  return (
    <>
      <Notice tone="info" title="Ce changement d’adresse n’attend plus de réponse.">
        <p>Il est fait, arrêté, ou remplacé par une autre demande.</p>
      </Notice>
      <p>
        <Link to={paths.security()}>Voir l’adresse de mon compte</Link>
      </p>
    </>
  );
}
