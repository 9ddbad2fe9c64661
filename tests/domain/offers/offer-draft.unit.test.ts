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
