import { expect, it } from "vitest";
import { classSkills, sidesThatTold } from "#app/domain/follow-up/skills/class-skills.ts";
import { emptyGrids } from "#app/domain/follow-up/skills/skills.ts";

const told = { grids: { pupil: { asks: "seen" }, supervisor: { asks: "begun" }, teacher: {} } } as const;
const silent = { grids: emptyGrids() };

it("counts the stays on which each side saw a skill, and those of which it told anything", () => {
  const skills = classSkills([told, told, silent]);
  expect(skills).toMatchObject({ stays: 3, told: { pupil: 2, supervisor: 2, teacher: 0 } });
  expect(skills.seen.asks).toEqual({ pupil: 2, supervisor: 0, teacher: 0 });
  expect(skills.seen.watches).toEqual({ pupil: 0, supervisor: 0, teacher: 0 });
});

it("is nothing without a stay, and names the sides that have told of one", () => {
  expect(classSkills([])).toMatchObject({ stays: 0, told: { pupil: 0, supervisor: 0, teacher: 0 } });
  expect(sidesThatTold(told)).toEqual(["pupil", "supervisor"]);
  expect(sidesThatTold(silent)).toEqual([]);
});
