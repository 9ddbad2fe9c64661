import type { LostAddress } from "#app/domain/notifications/lost-addresses/lost-address.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { TextField } from "../../components/fields/text-field.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";

interface LostAddressesProps {
  pupilId: string;
  lost: readonly LostAddress[];
  /** The office, the head and the form teachers, who put it right. */
  corrects: boolean;
  refusal: Refusal | undefined;
}

/** Addresses that take no mail any more: whose, why, and how to put it right; nothing when there is none. */
export function LostAddresses({ pupilId, lost, corrects, refusal }: LostAddressesProps) {
  if (lost.length === 0) return null;
  return (
    <section aria-labelledby="adresses-perdues">
      <h2 id="adresses-perdues">Messages non reçus</h2>
      <ul className="pupil-file__list">
        {lost.map((one) => (
          <li key={one.guardian?.id ?? "eleve"} className="pupil-file__item">
            <h3 className="pupil-file__title">
              {one.guardian ? one.guardian.name : "L’élève"}{" "}
              <StatusBadge tone="warning">Messages non reçus</StatusBadge>
            </h3>
            <p>{typeset(lostText(one))}</p>
            {corrects ? <CorrectForm pupilId={pupilId} lost={one} refusal={refusal} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function lostText({ hint, reason, since, guardian }: LostAddress): string {
  const day = frenchDate(parisDate(new Date(since)), { year: false });
  if (reason === "complained")
    return `Depuis le ${day}, plus rien n’est envoyé à ${hint} : nos messages y ont été déclarés indésirables. ${
      guardian
        ? "Demandez une autre adresse à la famille."
        : "L’élève peut les demander de nouveau depuis son compte."
    }`;
  return `Depuis le ${day}, la messagerie refuse nos messages à ${hint} : l’adresse est mal écrite, fermée, ou la boîte est pleine.`;
}

interface CorrectFormProps extends Pick<LostAddressesProps, "pupilId" | "refusal"> {
  lost: LostAddress;
}

function CorrectForm({ pupilId, lost: { guardian, reason }, refusal }: CorrectFormProps) {
  const mine = refusal?.values.guardianId === (guardian?.id ?? "") ? refusal : undefined;
  if (guardian === null)
    return reason === "complained" ? null : (
      <SubmitForm action={paths.school.pupil(pupilId)}>
        <HiddenField name="guardianId" value="" />
        <p>L’élève corrige l’adresse depuis son compte. Si elle est juste, vous pouvez renvoyer.</p>
        <SubmitButton variant="secondary" size="sm">
          Renvoyer les messages à l’élève
        </SubmitButton>
      </SubmitForm>
    );
  return (
    <SubmitForm action={paths.school.pupil(pupilId)} mandatory="one">
      <HiddenField name="guardianId" value={guardian.id} />
      <TextField
        id={`email-${guardian.id}`}
        name="email"
        type="email"
        label="Adresse électronique"
        hint="Corrigez-la, ou laissez-la si elle est juste : ce qui n’a pas été reçu et sert encore sera renvoyé."
        autoComplete="off"
        required
        width="medium"
        defaultValue={textOf(mine, "email", guardian.email)}
        error={mine?.errors.email?.[0]}
      />
      <SubmitButton variant="secondary" size="sm">
        Enregistrer et renvoyer
      </SubmitButton>
    </SubmitForm>
  );
}
