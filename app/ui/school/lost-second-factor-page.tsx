import type { Member } from "#app/domain/schools/team/school-team.ts";
import { paths } from "#app/paths.ts";
import { LostSecondFactorForm } from "../auth/lost-second-factor-form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { schoolTrail } from "./school-trail.ts";

interface LostSecondFactorPageProps {
  colleague: Pick<Member, "firstName" | "lastName">;
  refusal: Refusal | undefined;
}

/** A colleague has lost the telephone that gives their codes: whoever knows them vouches for them. */
export function LostSecondFactorPage({ colleague, refusal }: LostSecondFactorPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title={`${colleague.firstName} ${colleague.lastName} a perdu son second facteur`}
        trail={[...schoolTrail, { to: paths.school.team(), label: "L’équipe de l’établissement" }]}
        lead="Assurez-vous que la demande vient bien de cette personne&nbsp;: de vive voix, ou à un numéro que vous connaissez."
      />
      <RefusalNotice refusal={refusal} />
      <LostSecondFactorForm refusal={refusal} />
    </Page>
  );
}
