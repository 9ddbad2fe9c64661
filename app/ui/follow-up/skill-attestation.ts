import type { PersonalRecord } from "#app/domain/personal-data/own-data.ts";
import { SKILL_FAMILIES, SKILL_SIDES, SKILLS_OF } from "#app/domain/follow-up/skills/skills.ts";
import type { StaySynthesis } from "#app/domain/follow-up/skills/stay-synthesis.ts";
import { frenchDateTime, frenchPeriod } from "#app/kernel/calendar-date.ts";
import { FAMILY_LABELS, SIDE_LABELS, SKILL_LABELS } from "../messages/follow-up/skills.ts";

/** What a stay has taught, for its pupil to keep: what was seen and by whom, never what was not. */
export function skillAttestation(stay: StaySynthesis, now: Date): PersonalRecord {
  const { firstName, lastName, className, schoolName, hostName, startsOn, endsOn, grids } = stay;
  return {
    title: "Attestation de compétences",
    intro: `${firstName} ${lastName}, ${className}, ${schoolName}. Stage d’observation ${frenchPeriod(startsOn, endsOn)}. Structure d’accueil : ${hostName}. Document établi le ${frenchDateTime(now)}. Il ne contient aucune note.`,
    createdAt: now,
    sections: SKILL_FAMILIES.map((family) => ({
      title: FAMILY_LABELS[family],
      until: "",
      rows: SKILLS_OF[family].flatMap((skill) => {
        const seenBy = SKILL_SIDES.filter((side) => grids[side][skill] === "seen");
        if (seenBy.length === 0) return [];
        return [
          [
            {
              label: SKILL_LABELS[skill],
              value: `vu par ${seenBy.map((side) => SIDE_LABELS[side].toLowerCase()).join(", ")}`,
            },
          ],
        ];
      }),
    })).filter(({ rows }) => rows.length > 0),
  };
}
