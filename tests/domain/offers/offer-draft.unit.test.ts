import { describe, expect, it } from "vitest";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { draftFromForm, textOf, withDefaults } from "#app/domain/offers/drafts/offer-draft.ts";

it("never keeps half a pictogram of a text that is too long", () => {
  const form = new FormData();
  form.set("title", `${"a".repeat(4999)}😀`);
  expect(draftFromForm(form, 2).title).toBe("a".repeat(4999));
});

it("keeps the fields of its step only", () => {
  const form = new FormData();
  form.set("title", "Découvrir un atelier");
  form.set("siret", "12345678900011");
  expect(draftFromForm(form, 2)).toMatchObject({ title: "Découvrir un atelier" });
  expect(draftFromForm(form, 2)).not.toHaveProperty("siret");
});

it("takes the registered address when its box is ticked, on the step of the place only", () => {
  const form = new FormData();
  form.set("address", "");
  form.set("sameAddress", "2 rue des Métiers, 35000 Rennes");
  expect(draftFromForm(form, 3).address).toBe("2 rue des Métiers, 35000 Rennes");
  expect(draftFromForm(form, 1)).not.toHaveProperty("address");
  form.delete("sameAddress");
  expect(draftFromForm(form, 3).address).toBe("");
});

describe("the steps of the form", () => {
  const STEPS = {
    1: "organisationName siret organisationAddress organisationPostcode organisationTown isPublic signatoryName signatoryQuality preventionContact",
    2: "title description sectorCode activities supervisorName supervisorContact lunch challenges",
    3: "address place seats1 seats2 lengths maxOpenApplications accessNote hours-1-morning-from hours-6-afternoon-to",
  };
  const everything = new FormData();
  for (const name of Object.values(STEPS).flatMap((names) => names.split(" ")))
    everything.set(name, `typed ${name}`);

  it.each([1, 2, 3] as const)("keep what was typed in them, and nothing of the others: step %s", (step) => {
    const kept = Object.entries(draftFromForm(everything, step)).filter(([, value]) => value.length > 0);
    const lists = ["challenges", "lengths"];
    expect(Object.fromEntries(kept)).toEqual(
      Object.fromEntries(
        STEPS[step]
          .split(" ")
          .map((name) => [name, lists.includes(name) ? [`typed ${name}`] : `typed ${name}`]),
      ),
    );
  });

  it("keep a box left empty, ten boxes ticked at most, and no file", () => {
    const form = new FormData();
    for (let number = 0; number < 12; number += 1) form.append("challenges", `défi ${number}`);
    form.set("lunch", new File(["x"], "x.txt"));
    const draft = draftFromForm(form, 2);
    expect(draft.challenges).toHaveLength(10);
    expect([draft.lunch, draft.title]).toEqual(["", ""]);
  });

  it("do not take a box left unticked for an address", () => {
    const form = new FormData();
    form.set("address", "1 rue du Port");
    form.set("sameAddress", "  ");
    expect(draftFromForm(form, 3).address).toBe("1 rue du Port");
  });

  it("show what the service knows under what was typed", () => {
    const shown = withDefaults({ title: "Mon atelier", lengths: ["both"] }, { title: "Autre", siret: "123" });
    expect(shown).toMatchObject({ title: "Mon atelier", siret: "123", lengths: ["both"] });
    expect(textOf(shown, "activities")).toMatch(/^Découverte de la structure.*L’élève observe/);
    expect(textOf(shown, "hours-1-morning-from")).toBe(DEFAULT_HOURS_GRID[1].morning?.from);
    expect(withDefaults({}, {}).lengths).toEqual(["both", "single"]);
    expect([textOf(shown, "lengths"), textOf(shown, "unknown")]).toEqual(["", ""]);
  });
});
