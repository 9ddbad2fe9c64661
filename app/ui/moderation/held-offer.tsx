import type { HoldReason, OfferHold } from "#app/domain/offers/moderation/hold.ts";
import type { OfferStatus } from "#app/domain/offers/offer.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { PlainText } from "../components/plain-text.tsx";
import { CONTACT_RULE, CORRECTIBLE, holdReasonText } from "./moderation-texts.ts";

interface HeldOfferProps {
  id: string;
  status: OfferStatus;
  hold: Pick<OfferHold, "reasons" | "explanation"> | null;
}

/** What happens to an offer that a check has held, and what its host can do. */
export function HeldOffer({ id, status, hold }: HeldOfferProps) {
  if (!hold || (status !== "submitted" && status !== "rejected")) return null;
  return (
    <>
      {status === "submitted" ? (
        <Notice tone="info" title="Votre offre est en cours de relecture">
          <p>
            Une personne de l’équipe la lit avant que les élèves la voient. Vous recevrez un e-mail dès que
            c’est fait.
          </p>
          <HoldReasons reasons={hold.reasons} />
        </Notice>
      ) : (
        <Notice tone="warning" title="Votre offre est à corriger">
          <p>Elle a été relue, et ne peut pas être montrée aux élèves telle qu’elle est&nbsp;:</p>
          {hold.explanation ? <PlainText text={hold.explanation} /> : null}
        </Notice>
      )}
      <SubmitForm action={paths.employer.offers()}>
        <HiddenField name="offerId" value={id} />
        <SubmitButton intent="correct" variant="secondary">
          Corriger mon offre
        </SubmitButton>
      </SubmitForm>
    </>
  );
}

/** Why it waits, each reason with its passage; the rule, where the author can do something about it. */
export function HoldReasons({ reasons }: { reasons: readonly HoldReason[] }) {
  const texts = [...new Set(reasons.map(holdReasonText))];
  return (
    <>
      <ul>
        {texts.map((text) => (
          <li key={text}>{typeset(text)}</li>
        ))}
      </ul>
      {reasons.some(({ code }) => CORRECTIBLE.includes(code)) ? <p>{typeset(CONTACT_RULE)}</p> : null}
    </>
  );
}
