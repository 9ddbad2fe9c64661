import {
  SKILL_FAMILIES,
  SKILL_LEVELS,
  SKILLS_OF,
  type SkillGrid,
} from "#app/domain/follow-up/skills/skills.ts";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { FAMILY_LABELS, LEVEL_LABELS, SKILL_LABELS } from "../messages/follow-up/skills.ts";

const OPTIONS = [...SKILL_LEVELS].reverse().map((level) => ({ value: level, label: LEVEL_LABELS[level] }));

/** Twelve lines in four families, a tap a line: a line left alone stays as it was. */
export function SkillGridForm({ grid, action }: { grid: SkillGrid; action: string }) {
  return (
    <SubmitForm action={action} className="skill-grid">
      <p>Un clic par ligne. Ce n’est pas une note, et rien n’en figure sur la convention.</p>
      {SKILL_FAMILIES.map((family) => (
        <div key={family} role="group" aria-labelledby={`famille-${family}`}>
          <h3 id={`famille-${family}`}>{FAMILY_LABELS[family]}</h3>
          {SKILLS_OF[family].map((skill) => (
            <RadioGroup
              key={skill}
              name={skill}
              label={SKILL_LABELS[skill]}
              options={OPTIONS}
              inline
              defaultValue={grid[skill] ?? ""}
            />
          ))}
        </div>
      ))}
      <SubmitButton intent="skills">Enregistrer la grille</SubmitButton>
    </SubmitForm>
  );
}
