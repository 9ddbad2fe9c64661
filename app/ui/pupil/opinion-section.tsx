import { Link } from "@remix-run/react";

import { MARKS, type Opinion, type OpinionSheet } from "#app/domain/applications/opinions/opinion.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { OPINION_QUESTIONS } from "../messages/opinions.ts";

interface OpinionSectionProps {
  applicationId: string;
  sheet: OpinionSheet;
  refusal: Refusal | undefined;
}

/** Once the placement is over: two questions, and whom to ask for a certificate. */
export function OpinionSection({ applicationId, sheet, refusal }: OpinionSectionProps) {
  const { given, open, closesOn } = sheet;
  const until = frenchDate(closesOn);
  const form = <OpinionForm applicationId={applicationId} given={given} refusal={refusal} />;
  return (
    <section className="call-panel" aria-labelledby="avis">
      <h2 id="avis">Votre avis sur ce stage</h2>
      <p>{told(sheet, until)}</p>
      {open ? (
        <>
          <p>
            Vos réponses ne servent qu’à des statistiques. Elles ne sont jamais montrées avec votre nom, et
            l’employeur ne voit pas les vôtres. Quelque chose s’est mal passé&nbsp;?{" "}
            <Link to={paths.pupil.problem()}>Parlez-en à votre équipe enseignante</Link>.
          </p>
          {given ? (
            <Disclosure title="Changer mon avis" open={refusal !== undefined}>
              {form}
            </Disclosure>
          ) : (
            form
          )}
        </>
      ) : null}
      <h3>Une attestation de stage&nbsp;?</h3>
      <p>
        Celle de vos compétences est à garder dans «&nbsp;Mon stage, jour après jour&nbsp;», depuis{" "}
        <Link to={paths.pupil.home()}>votre espace</Link>. Pour une attestation de présence, demandez à
        l’employeur ou à votre lycée.
      </p>
    </section>
  );
}

function told({ given, open }: OpinionSheet, until: string): string {
  if (given)
    return open
      ? `Vous avez donné votre avis, merci\u00a0! Vous pouvez le changer jusqu’au ${until}.`
      : "Vous avez donné votre avis, merci\u00a0!";
  return open
    ? `Deux questions, une minute. Vous pouvez répondre, ou changer vos réponses, jusqu’au ${until}.`
    : `Les avis se donnaient jusqu’au ${until}.`;
}

function OpinionForm({
  applicationId,
  given,
  refusal,
}: Pick<OpinionSectionProps, "applicationId" | "refusal"> & { given: Opinion | null }) {
  const question = (name: keyof Opinion) => {
    const { label, answers } = OPINION_QUESTIONS[name];
    return (
      <RadioGroup
        name={name}
        label={label}
        options={[...MARKS].reverse().map((mark) => ({ value: String(mark), label: answers[mark] }))}
        required
        error={refusal?.errors[name]?.[0]}
        defaultValue={textOf(refusal, name, given ? String(given[name]) : "")}
      />
    );
  };
  return (
    <SubmitForm mandatory="all" action={paths.pupil.application(applicationId)}>
      {question("welcomed")}
      {question("useful")}
      <SubmitButton intent="opinion">Envoyer mon avis</SubmitButton>
    </SubmitForm>
  );
}
