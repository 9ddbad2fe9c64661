import type { HostOpinion } from "#app/domain/follow-up/opinions/host-opinion.ts";
import type { SkillGrid } from "#app/domain/follow-up/skills/skills.ts";
import type { SupervisorVisit } from "#app/domain/follow-up/supervisor/supervisor-visit.ts";
import { MARKS } from "#app/domain/applications/opinions/opinion.ts";
import { ofName } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { SkillGridForm } from "../follow-up/skill-grid-form.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { HOST_QUESTIONS } from "../messages/follow-up/skills.ts";

interface ReviewSectionProps {
  token: string;
  visit: SupervisorVisit;
  grid: SkillGrid;
  refusal: Refusal | undefined;
}

/** From the first day, the grid; from the last one, two questions. */
export function ReviewSection({ token, visit, grid, refusal }: ReviewSectionProps) {
  if (visit.today < visit.startsOn) return null;
  const action = paths.supervisor.visit(token);
  return (
    <>
      <section aria-labelledby="grille">
        <h2 id="grille">{`Ce que le stage apprend à ${visit.pupilFirstName}`}</h2>
        <p>{`Votre regard aide à mettre des mots sur les progrès ${ofName(visit.pupilFirstName)}. Vous pouvez revenir jusqu’à un mois après le stage.`}</p>
        <SkillGridForm grid={grid} action={action} />
      </section>
      {visit.today >= visit.endsOn ? (
        <section aria-labelledby="avis">
          <h2 id="avis">Votre avis, en deux questions</h2>
          <p>
            Vos réponses ne servent qu’à des chiffres d’ensemble&nbsp;: ni l’élève ni le lycée ne les lisent.
          </p>
          <SubmitForm mandatory="all" action={action}>
            {question("went", refusal)}
            {question("again", refusal)}
            <SubmitButton intent="opinion">Envoyer mon avis</SubmitButton>
          </SubmitForm>
        </section>
      ) : null}
    </>
  );
}

function question(name: keyof HostOpinion, refusal: Refusal | undefined) {
  const { label, answers } = HOST_QUESTIONS[name];
  return (
    <RadioGroup
      name={name}
      label={label}
      options={[...MARKS].reverse().map((mark) => ({ value: String(mark), label: answers[mark] }))}
      required
      error={refusal?.errors[name]?.[0]}
    />
  );
}
