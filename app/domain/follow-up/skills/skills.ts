/** What a stay to observe may teach, in four families of three lines. */
export const SKILL_FAMILIES = ["observe", "communicate", "understand", "take_part"] as const;
export type SkillFamily = (typeof SKILL_FAMILIES)[number];

export const SKILLS_OF = {
  observe: ["watches", "spots_roles", "takes_notes"],
  communicate: ["introduces", "asks", "listens"],
  understand: ["tells_activity", "knows_rules", "links_studies"],
  take_part: ["keeps_hours", "respects", "offers_help"],
} as const satisfies Record<SkillFamily, readonly string[]>;
export type Skill = (typeof SKILLS_OF)[SkillFamily][number];
export const SKILLS: readonly Skill[] = SKILL_FAMILIES.flatMap((family) => SKILLS_OF[family]);

/** Never a grade: no occasion for it, begun, or seen. */
export const SKILL_LEVELS = ["no_occasion", "begun", "seen"] as const;
export type SkillLevel = (typeof SKILL_LEVELS)[number];

/** Three readings of the same stay, none above the others. */
export const SKILL_SIDES = ["pupil", "supervisor", "teacher"] as const;
export type SkillSide = (typeof SKILL_SIDES)[number];

export type SkillGrid = Partial<Record<Skill, SkillLevel>>;
export type SkillGrids = Record<SkillSide, SkillGrid>;

export function emptyGrids(): SkillGrids {
  return { pupil: {}, supervisor: {}, teacher: {} };
}

/** There is something to attest: someone has seen one of them. */
export function hasSeenSkill(grids: SkillGrids): boolean {
  return SKILL_SIDES.some((side) => Object.values(grids[side]).includes("seen"));
}
