import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import { seatAddress, siteAddress } from "#app/domain/agreements/text/agreement-text.fields.ts";
import { formatSiret } from "#app/domain/hosts/siret.ts";
import { frenchDate, frenchPeriod } from "#app/kernel/calendar-date.ts";
import { Activities } from "../components/activities.tsx";
import { DataList, type DataListItem } from "../components/data-list.tsx";
import { RealDays } from "../components/real-days.tsx";

interface AgreementContentViewProps {
  content: AgreementContent;
  /** False for a reader who is not told who the pupil is. */
  withPupil?: boolean;
}

/** Everything that the agreement says, as a page. */
export function AgreementContentView({ content, withPupil = true }: AgreementContentViewProps) {
  return (
    <>
      <section aria-labelledby="stage">
        <h2 id="stage">Le stage</h2>
        <DataList items={internship(content)} />
        <RealDays grid={content.hoursGrid} periods={[content]} />
      </section>
      <section aria-labelledby="accueil">
        <h2 id="accueil">La structure d’accueil</h2>
        <DataList items={host(content)} />
      </section>
      {withPupil ? (
        <section aria-labelledby="eleve">
          <h2 id="eleve">L’élève et l’établissement</h2>
          <DataList items={school(content)} />
        </section>
      ) : null}
    </>
  );
}

const NOT_TOLD = "Non renseigné";

function joined(parts: readonly (string | undefined)[], separator = ", "): string {
  return parts.filter(Boolean).join(separator);
}

/** Rows without a value say so when the agreement needs them, and are left out otherwise. */
function rows(list: readonly (readonly [string, string, "optional"?])[]): DataListItem[] {
  return list
    .filter(([, value, optional]) => value !== "" || !optional)
    .map(([term, value]) => ({ term, details: <Activities text={value || NOT_TOLD} /> }));
}

function internship(content: AgreementContent): DataListItem[] {
  return rows([
    ["Dates", frenchPeriod(content.startsOn, content.endsOn).replace(/^d/, "D")],
    ["Lieu du stage", siteAddress(content.host)],
    ["Activités prévues", content.activities],
    ["Objectifs", content.objectives, "optional"],
    ["Repas", content.lunch, "optional"],
    ["Trajets", content.transport, "optional"],
    ["Hébergement", content.lodging, "optional"],
    ["Évaluation", content.evaluation, "optional"],
  ]);
}

function host({ host: party, workplaceSupervisor, violencePreventionContact }: AgreementContent) {
  const signatory = joined([
    joined([party.signatoryTitle, party.signatoryName], " "),
    party.signatoryQuality,
  ]);
  return rows([
    ["Nom", party.name],
    ["SIRET", formatSiret(party.siret)],
    ["Siège", seatAddress(party)],
    ["Signe la convention", signatory],
    [
      "Accompagne l’élève",
      workplaceSupervisor
        ? joined([workplaceSupervisor.name, workplaceSupervisor.contact])
        : "La personne qui signe la convention",
    ],
    ["Prévention des violences", violencePreventionContact ?? "Nom donné à l’élève dès son arrivée"],
  ]);
}

function school(content: AgreementContent): DataListItem[] {
  const { pupil, referentTeacher } = content;
  return rows([
    ["Élève", joined([pupil.firstName, pupil.lastName], " ")],
    ["Date de naissance", pupil.birthDate ? frenchDate(pupil.birthDate) : ""],
    ["Classe", pupil.className],
    [
      "Responsables de l’élève",
      content.guardians.map(({ name, email, phone }) => joined([name, email, phone])).join("\n"),
    ],
    ["Établissement", joined([content.school.name, content.school.address])],
    ["Direction", content.school.headName],
    ["Pendant le stage, appeler", joined([content.school.weekContact, content.school.phone]), "optional"],
    ["Lieu de rendez-vous", content.school.meetingPlace ?? "", "optional"],
    ["Consignes de l’établissement", content.school.instructions ?? "", "optional"],
    ["Suit l’élève", joined([referentTeacher.name, referentTeacher.contact])],
    [
      "Délibération du conseil d’administration",
      content.boardDeliberationOn ? frenchDate(content.boardDeliberationOn) : "",
    ],
  ]);
}
