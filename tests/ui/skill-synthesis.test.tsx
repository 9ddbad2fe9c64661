import { expect, it } from "vitest";
import { emptyGrids, hasSeenSkill } from "#app/domain/follow-up/skills/skills.ts";
import { SkillSynthesis } from "#app/ui/follow-up/skill-synthesis.tsx";
import { html } from "./render.tsx";

it("what each side saw keeps the name of its side where the columns fold", () => {
  const grids = { pupil: { asks: "begun" }, supervisor: { asks: "seen" }, teacher: {} } as const;
  const page = html(<SkillSynthesis grids={grids} caption="Compétences" />);
  expect(page).toMatch(/school-table__label">Élève[^<]*<\/span>/);
  expect(page).toMatch(/school-table__label">Structure[^<]*<\/span>/);
  expect(hasSeenSkill(grids)).toBe(true);
});

it("a grid that nobody has filled is a sentence, and attests nothing", () => {
  const page = html(<SkillSynthesis grids={emptyGrids()} caption="Compétences" />);
  expect(page).toContain("Personne n’a encore rempli la grille.");
  expect(page).not.toContain("<table");
  expect(hasSeenSkill(emptyGrids())).toBe(false);
});
