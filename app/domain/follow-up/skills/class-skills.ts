import { SKILL_SIDES, SKILLS, type Skill, type SkillSide } from "./skills.ts";
import type { StaySynthesis } from "./stay-synthesis.ts";

/** What a class has learnt, in numbers of stays: of nobody a grade, of no stay a total. */
export interface ClassSkills {
  stays: number;
  /** On how many of them each side has told something. */
  told: Record<SkillSide, number>;
  /** On how many of them each side has seen the skill. */
  seen: Record<Skill, Record<SkillSide, number>>;
}

export function classSkills(stays: readonly Pick<StaySynthesis, "grids">[]): ClassSkills {
  const bySide = (holds: (grid: StaySynthesis["grids"][SkillSide]) => boolean) => {
    const count = (side: SkillSide) => stays.filter(({ grids }) => holds(grids[side])).length;
    return { pupil: count("pupil"), supervisor: count("supervisor"), teacher: count("teacher") };
  };
  const counted = SKILLS.map((skill) => [skill, bySide((grid) => grid[skill] === "seen")] as const);
  return {
    stays: stays.length,
    told: bySide((grid) => Object.keys(grid).length > 0),
    seen: Object.fromEntries(counted) as ClassSkills["seen"],
  };
}

/** The sides that have told something of a stay. */
export function sidesThatTold({ grids }: Pick<StaySynthesis, "grids">): SkillSide[] {
  return SKILL_SIDES.filter((side) => Object.keys(grids[side]).length > 0);
}
