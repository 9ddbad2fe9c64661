import type { StaySynthesis } from "#app/domain/follow-up/skills/stay-synthesis.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonRow } from "../../components/button-link.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { SkillGridForm } from "../../follow-up/skill-grid-form.tsx";
import { SkillSynthesis } from "../../follow-up/skill-synthesis.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { schoolTrail } from "../school-trail.ts";

interface StayPageProps {
  stay: StaySynthesis;
  /** Its first day has come: the grid may be filled. */
  hasBegun: boolean;
  done: DoneCode<"followedStay"> | null;
  refusal: Refusal | undefined;
}

/** One stay on one page: what each side saw, the school's own grid, and the link sent to the host. */
export function StayPage({ stay, hasBegun, done, refusal }: StayPageProps) {
  const { agreementId, firstName, lastName, className, hostName, startsOn, endsOn, grids } = stay;
  const action = paths.school.followedStay(agreementId);
  return (
    <Page>
      <PageHeader
        title={`${lastName} ${firstName}`}
        lead={`${className} · ${hostName} · ${frenchPeriod(startsOn, endsOn)}`}
        trail={[...schoolTrail, { to: paths.school.followUp(), label: "Suivi du stage" }]}
      />
      <DoneNotice page="followedStay" done={done} />
      <RefusalNotice refusal={refusal} />
      <section aria-labelledby="synthese">
        <h2 id="synthese">Compétences</h2>
        <SkillSynthesis grids={grids} caption="Ce que chacun a vu pendant le stage, sans note" />
      </section>
      {hasBegun ? (
        <Disclosure title="Remplir la grille du lycée" open={refusal !== undefined}>
          <SkillGridForm grid={grids.teacher} action={action} />
        </Disclosure>
      ) : (
        <p>La grille du lycée se remplit à partir du premier jour du stage.</p>
      )}
      <section aria-labelledby="lien" className="screen-only">
        <h2 id="lien">Le lien de la structure</h2>
        <p>
          La structure le reçoit le premier et le dernier jour. Il ouvre ce seul stage, sans compte, et ne
          montre que le prénom de l’élève.
        </p>
        <SubmitForm action={action}>
          <ButtonRow>
            <SubmitButton intent="send" variant="secondary">
              Envoyer le lien
            </SubmitButton>
            <SubmitButton intent="replace" variant="secondary">
              Le remplacer par un nouveau
            </SubmitButton>
            <SubmitButton intent="close" variant="tertiary">
              Fermer le lien
            </SubmitButton>
          </ButtonRow>
        </SubmitForm>
      </section>
    </Page>
  );
}
