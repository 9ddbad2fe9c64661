import { Link } from "@remix-run/react";
import type { CodeDestination } from "#app/domain/guardians/guardian-access.ts";
import { ofName } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonRow } from "../components/button-link.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { NO_CONTACT } from "../messages/guardian.ts";
import { guardianTrail } from "./followed-application-page.tsx";

interface LetterCodePageProps {
  token: string;
  pupilFirstName: string;
  application: { id: string; title: string };
  destination: CodeDestination;
  /** What was just done, from the address. */
  done: DoneCode<"guardianCode"> | null;
  refusal: { errors: Record<string, string[]>; values: Record<string, unknown> } | undefined;
}

/** Where the code went, the field to type it, and another one when it does not come. */
export function LetterCodePage(props: LetterCodePageProps) {
  const { token, pupilFirstName, application, destination, done, refusal } = props;
  const here = paths.guardianCode(token, application.id);
  const typed = refusal?.values.code;
  return (
    <Page narrow>
      <PageHeader
        title={`Lire la lettre ${ofName(pupilFirstName)}`}
        crumb="Code"
        trail={[
          ...guardianTrail(token, pupilFirstName),
          { to: paths.guardianApplication(token, application.id), label: "Candidature" },
        ]}
      />
      {destination && done === "envoye" && !refusal ? (
        <Notice tone="success" title="Le code est parti" live>
          <p>{sentTo(destination)}</p>
        </Notice>
      ) : null}
      {destination ? (
        <>
          <SubmitForm action={here} mandatory="one">
            <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
            <TextField
              name="code"
              label="Code reçu"
              hint="6 chiffres. Il est valable 10 minutes."
              inputMode="numeric"
              autoComplete="one-time-code"
              width="medium"
              required
              defaultValue={typeof typed === "string" ? typed : ""}
              error={refusal?.errors.code?.[0]}
            />
            <ButtonRow>
              <SubmitButton intent="verify">Lire la lettre</SubmitButton>
            </ButtonRow>
          </SubmitForm>
          <section aria-labelledby="pas-recu">
            <h2 id="pas-recu">Pas de code&nbsp;?</h2>
            <p>{checkWhere(destination)}</p>
            <SubmitForm action={here}>
              <ButtonRow>
                <SubmitButton intent="send" variant="secondary">
                  Recevoir un nouveau code
                </SubmitButton>
              </ButtonRow>
            </SubmitForm>
          </section>
        </>
      ) : (
        <Notice tone="warning" title="Aucun code ne peut partir">
          <p>{NO_CONTACT}</p>
        </Notice>
      )}
      <p>
        <Link to={paths.guardianApplication(token, application.id)}>Revenir à la candidature</Link>
      </p>
    </Page>
  );
}

type Destination = NonNullable<CodeDestination>;

function sentTo({ by, hint }: Destination): string {
  return by === "email"
    ? `Ouvrez vos e-mails (${hint}) : le message contient 6 chiffres.`
    : `Regardez vos SMS (${hint}) : le message contient 6 chiffres.`;
}

function checkWhere({ by, hint }: Destination): string {
  return by === "email"
    ? `Le code part à l’adresse ${hint}. Regardez aussi dans les spams (courriers indésirables). Ce n’est pas votre adresse ? Appelez le lycée.`
    : `Le code part par SMS au ${hint}. Ce n’est pas votre numéro ? Appelez le lycée.`;
}
