import {
  PASSKEY_LABEL_MAX,
  type PasskeyCreation,
  type PasskeyView,
} from "#app/domain/accounts/passkeys/passkey.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../../components/done-notice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { PasskeyForm } from "./passkey-form.tsx";

interface PasskeysPageProps {
  passkeys: PasskeyView[];
  options: PasskeyCreation;
  done: DoneCode<"passkeys"> | null;
  refusal: Refusal | undefined;
}

/** The library is fetched by the press: nobody else needs it. */
async function answer(optionsJSON: PasskeyCreation) {
  const { startRegistration } = await import("@simplewebauthn/browser");
  return await startRegistration({ optionsJSON });
}

export function PasskeysPage({ passkeys, options, done, refusal }: PasskeysPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Mes clés d’accès"
        trail={[{ to: paths.account(), label: "Mon compte" }]}
        lead="Une clé d’accès ouvre votre compte avec votre doigt, votre visage ou le code de votre appareil. Elle ne peut être ni devinée, ni donnée par erreur à un faux site."
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="passkeys" done={done} />}
      {passkeys.length === 0 ? (
        <EmptyState title="Vous n’avez pas encore de clé d’accès.">
          <p>Ajoutez celle de l’appareil que vous avez sous la main&nbsp;: il faut une minute.</p>
        </EmptyState>
      ) : (
        <ul className="passkeys">
          {passkeys.map((passkey) => (
            <OnePasskey key={passkey.id} {...passkey} />
          ))}
        </ul>
      )}
      <section aria-labelledby="ajouter">
        <h2 id="ajouter">Ajouter une clé d’accès</h2>
        <p>Seulement sur un appareil à vous&nbsp;: qui sait le déverrouiller ouvrira votre compte.</p>
        <PasskeyForm ask={() => answer(options)}>
          <HiddenIntent value="add" />
          <TextField
            name="label"
            label="Nom de cette clé"
            optional
            hint={`Pour la reconnaître, par exemple « Téléphone ». ${PASSKEY_LABEL_MAX} caractères au plus.`}
            autoComplete="off"
            defaultValue={textOf(refusal, "label")}
            error={refusal?.errors.label?.[0]}
          />
          <SubmitButton>Ajouter une clé d’accès</SubmitButton>
        </PasskeyForm>
      </section>
    </Page>
  );
}

function OnePasskey({ id, label, backedUp, createdAt, lastUsedAt }: PasskeyView) {
  return (
    <li className="passkeys__one">
      <p id={`passkey-${id}`}>
        <strong>{label}</strong>
        {backedUp ? " (aussi sur vos autres appareils)" : ""}
        <br />
        Ajoutée le {dayOf(createdAt)}
        {lastUsedAt === null ? ", pas encore utilisée" : `, utilisée le ${dayOf(lastUsedAt)}`}
      </p>
      <SubmitForm>
        <HiddenField name="passkeyId" value={id} />
        <SubmitButton variant="tertiary" size="sm" intent="remove" describedBy={`passkey-${id}`}>
          Supprimer
        </SubmitButton>
      </SubmitForm>
    </li>
  );
}

function dayOf(instant: Date): string {
  return frenchDate(parisDate(instant));
}
