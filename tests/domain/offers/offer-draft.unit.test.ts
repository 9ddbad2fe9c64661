import { expect, it } from "vitest";
import { draftFromForm } from "#app/domain/offers/drafts/offer-draft.ts";

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
