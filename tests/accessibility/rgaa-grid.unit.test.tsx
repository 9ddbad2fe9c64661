import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AccessibilityPage } from "#app/ui/accessibility/accessibility-page.tsx";
import { AUDIT, rateOf, SAMPLE } from "#app/ui/accessibility/audit.ts";
import { html } from "#tests/ui/render.tsx";
import { GRID, THEMES } from "./rgaa-grid.ts";

const count = (state: (typeof GRID)[number]["state"]) => GRID.filter((one) => one.state === state).length;

describe("the grid of the 106 criteria", () => {
  it("holds each of them once, in order", () => {
    const ids = THEMES.flatMap((total, theme) =>
      Array.from({ length: total }, (_, at) => `${theme + 1}.${at + 1}`),
    );
    expect(ids).toHaveLength(106);
    expect(GRID.map(({ id }) => id)).toEqual(ids);
  });

  it("gives for each what was seen, and names tests that exist", () => {
    for (const { id, evidence } of GRID) {
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const one of evidence)
        if ("test" in one) expect(readFileSync(one.test, "utf8"), `${id}, ${one.test}`).toContain(one.name);
        else expect(one.looked.length, id).toBeGreaterThan(3);
    }
  });
});

describe("the declaration of accessibility", () => {
  it("tells the figures of the grid, the sample and the day, and no conformity that nobody has adopted", () => {
    expect(AUDIT).toMatchObject({
      applicable: GRID.length - count("not_applicable"),
      conform: count("conform"),
    });
    const markup = html(<AccessibilityPage publisher={null} />);
    expect(markup).toContain("<strong>non conforme</strong>");
    expect(markup).toContain(`${AUDIT.conform} des ${AUDIT.applicable} critères applicables`);
    expect(markup).toContain(`soit ${rateOf(AUDIT)} %`);
    expect(markup).toContain("30 novembre 2026");
    expect(SAMPLE).toHaveLength(12);
    for (const page of SAMPLE) expect(markup).toContain(page);
  });

  it.each([
    "État de conformité",
    "Résultats des contrôles",
    "Contenus non accessibles",
    "Dérogations pour charge disproportionnée",
    "Contenus non soumis à l’obligation d’accessibilité",
    "Établissement de cette déclaration",
    "Retour d’information et contact",
    "Voies de recours",
    "Schéma pluriannuel",
    "Plan d’actions de l’année",
  ])("has what the law asks for: %s", (part) => {
    expect(html(<AccessibilityPage publisher={null} />)).toMatch(new RegExp(`<h[23]>${part}`));
  });

  it("names the body responsible", () => {
    const markup = html(<AccessibilityPage publisher="Académie d’Armor" />);
    expect(markup).toContain("Académie d’Armor est responsable du service");
  });
});
