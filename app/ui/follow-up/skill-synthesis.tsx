import {
  SKILL_FAMILIES,
  SKILL_SIDES,
  SKILLS_OF,
  type SkillGrids,
} from "#app/domain/follow-up/skills/skills.ts";
import { FAMILY_LABELS, LEVEL_LABELS, SIDE_LABELS, SKILL_LABELS } from "../messages/follow-up/skills.ts";

/** What the pupil, the host and the school saw, side by side; nothing is added up. */
export function SkillSynthesis({ grids, caption }: { grids: SkillGrids; caption: string }) {
  if (SKILL_SIDES.every((side) => Object.keys(grids[side]).length === 0))
    return <p>Personne n’a encore rempli la grille.</p>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways is reached by keyboard
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="school-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Compétence</th>
            {SKILL_SIDES.map((side) => (
              <th scope="col" key={side}>
                {SIDE_LABELS[side]}
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
                {SKILL_SIDES.map((side) => {
                  const level = grids[side][skill];
                  return (
                    <td key={side}>
                      <span className="school-table__label">{SIDE_LABELS[side]}&nbsp;: </span>
                      {level ? LEVEL_LABELS[level] : "–"}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
