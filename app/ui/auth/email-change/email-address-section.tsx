import { NOTICE_DAYS, type OpenEmailChange } from "#app/domain/accounts/email-change/email-change.ts";
import { deadlineDay } from "#app/kernel/deadline.ts";
import { CheckboxField } from "../../components/fields/checkbox-field.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";

interface EmailAddressSectionProps {
  address: { email: string | null; change: OpenEmailChange | null };
  hasPassword: boolean;
  refusal: Refusal | undefined;
}

/** The address of the account, the change of it that waits, or the form that asks for one. */
export function EmailAddressSection({ address, hasPassword, refusal }: EmailAddressSectionProps) {
  const { email, change } = address;
  return (
    <section aria-labelledby="adresse">
      <h2 id="adresse">Adresse électronique</h2>
      <p>
        {email ? (
          <>
            Votre compte a l’adresse <strong>{email}</strong>.
          </>
        ) : (
          "Votre compte n’a pas d’adresse."
        )}
      </p>
      {change ? (
        <WaitingChange change={change} />
      ) : (
        <ChangeForm email={email} hasPassword={hasPassword} refusal={refusal} />
      )}
    </section>
  );
}

function WaitingChange({ change }: { change: OpenEmailChange }) {
  const { newEmail, newIsProven, oldIsProven, silentFrom } = change;
  return (
    <>
      <Notice tone="info" title="Un changement attend votre accord" level={3}>
        <p>
          Nouvelle adresse&nbsp;: <strong>{newEmail}</strong>
        </p>
        <ul>
          <li>
            {newIsProven
              ? "La nouvelle adresse est confirmée."
              : "Ouvrez le message reçu à la nouvelle adresse."}
          </li>
          {oldIsProven ? null : <li>{oldAddressTask(silentFrom)}</li>}
        </ul>
      </Notice>
      <SubmitForm>
        <HiddenIntent value="cancel_email" />
        <SubmitButton variant="secondary">Annuler ce changement</SubmitButton>
      </SubmitForm>
    </>
  );
}

function oldAddressTask(silentFrom: Date | null): string {
  if (silentFrom === null)
    return "Ouvrez le message reçu à l’adresse actuelle, et répondez « C’est bien moi ».";
  const day = deadlineDay(silentFrom);
  return `Sans refus à l’adresse actuelle, le changement se fera le ${day}, ou dès que vous y répondrez.`;
}

function ChangeForm({
  email,
  hasPassword,
  refusal,
}: { email: string | null } & Omit<EmailAddressSectionProps, "address">) {
  const errors = refusal?.errors ?? {};
  return (
    <SubmitForm mandatory={hasPassword ? "unmarked" : "one"}>
      <HiddenIntent value="email" />
      <TextField
        name="newEmail"
        label="Nouvelle adresse électronique"
        type="email"
        hint={
          email
            ? "Un message part aux deux adresses : rien ne change avant les deux réponses."
            : "Un message y part : ouvrez-le pour la confirmer."
        }
        autoComplete="email"
        spellCheck={false}
        defaultValue={textOf(refusal, "newEmail")}
        required
        error={errors.newEmail?.[0]}
      />
      {hasPassword ? (
        <TextField
          name="proof"
          label="Votre mot de passe, pour confirmer"
          type="password"
          autoComplete="current-password"
          required
          error={errors.proof?.[0]}
        />
      ) : null}
      {email ? (
        <CheckboxField
          name="oldIsLost"
          label="Je ne lis plus ma boîte actuelle"
          hint={`Le changement se fera alors au bout de ${NOTICE_DAYS} jours, sauf refus envoyé depuis cette boîte.`}
          defaultChecked={refusal?.values.oldIsLost === "oui"}
          optional
        />
      ) : null}
      <SubmitButton variant="secondary">Changer d’adresse</SubmitButton>
    </SubmitForm>
  );
}
