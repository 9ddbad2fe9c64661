import { Link } from "@remix-run/react";
import { classSkills, sidesThatTold, type ClassSkills } from "#app/domain/follow-up/skills/class-skills.ts";
import { SKILL_FAMILIES, SKILL_SIDES, SKILLS_OF } from "#app/domain/follow-up/skills/skills.ts";
import type { StaySynthesis } from "#app/domain/follow-up/skills/stay-synthesis.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { FAMILY_LABELS, SIDE_LABELS, SKILL_LABELS } from "../../messages/follow-up/skills.ts";
import { schoolTrail } from "../school-trail.ts";

interface ClassSkillsPageProps {
  classGroup: { id: string; name: string; schoolName: string };
  stays: readonly StaySynthesis[];
}

/** What a class has learnt on one page, which prints: how many were seen doing what, then who has told of whom. */
export function ClassSkillsPage({ classGroup, stays }: ClassSkillsPageProps) {
  const skills = classSkills(stays);
  return (
    <Page>
      <div className="class-skills">
        <PageHeader
          title={`Compétences de la classe ${classGroup.name}`}
          crumb="Compétences de la classe"
          lead={`${classGroup.schoolName} · ${plural(skills.stays, "stage")}`}
          trail={[
            ...schoolTrail,
            { to: paths.school.followUp({ classe: classGroup.id }), label: "Suivi du stage" },
          ]}
        />
        {stays.length === 0 ? (
          <EmptyState title="Aucun stage pour l’instant">
            <p>La synthèse se remplit dès qu’un stage de la classe est confirmé.</p>
          </EmptyState>
        ) : (
          <>
            <SeenTable skills={skills} />
            <StaysTable stays={stays} />
          </>
        )}
      </div>
    </Page>
  );
}

function SeenTable({ skills: { stays, told, seen } }: { skills: ClassSkills }) {
  return (
    <section aria-labelledby="vues">
      <h2 id="vues">Ce qui a été vu</h2>
      <p>
        Le nombre de stages où chacun a répondu «&nbsp;Oui&nbsp;», sur ceux dont il a rempli la grille. Ce ne
        sont pas des notes.
      </p>
      <div className="table-scroll">
        <table className="school-table">
          <caption>Compétences vues, par famille</caption>
          <thead>
            <tr>
              <th scope="col">Compétence</th>
              {SKILL_SIDES.map((side) => (
                <th scope="col" key={side}>
                  {SIDE_LABELS[side]} ({told[side]} sur {stays})
                </th>
              ))}
            </tr>
          </thead>
          {SKILL_FAMILIES.map((family) => (
            <tbody key={family}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {FAMILY_LABELS[family]}
                </th>
              </tr>
              {SKILLS_OF[family].map((skill) => (
                <tr key={skill}>
                  <th scope="row">{SKILL_LABELS[skill]}</th>
                  {SKILL_SIDES.map((side) => (
                    <td key={side}>
                      <span className="school-table__label">{SIDE_LABELS[side]}&nbsp;: </span>
                      {told[side] > 0 ? seen[skill][side] : "–"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function StaysTable({ stays }: { stays: readonly StaySynthesis[] }) {
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">Qui a rempli la grille</h2>
      <ul className="class-skills__stays">
        {stays.map((stay) => {
          const told = sidesThatTold(stay).map((side) => SIDE_LABELS[side].toLowerCase());
          return (
            <li key={stay.agreementId}>
              <Link to={paths.school.followedStay(stay.agreementId)}>
                {stay.lastName} {stay.firstName}
              </Link>
              &nbsp;: {told.length > 0 ? told.join(", ") : "pas encore"}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
