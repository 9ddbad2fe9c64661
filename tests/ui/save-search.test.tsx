import { expect, it } from "vitest";
import { SaveSearch } from "#app/ui/discovery/save-search.tsx";
import { attributesOf, html } from "./render.tsx";

const shown = (query: string, corrected: { used: string } | null = null) =>
  html(<SaveSearch current={new URLSearchParams(query)} corrected={corrected} />);
const wayBack = (markup: string) =>
  new URLSearchParams(attributesOf(markup, "/connexion").href?.replaceAll("&amp;", "&").split("?")[1]).get(
    "retour",
  );

it("leads a visitor to sign in and back to the search, from its first page, with the words that find something", () => {
  expect(wayBack(shown("lieu=Rennes&rayon=10&curseur=abc&tri=distance"))).toBe(
    "/offres?lieu=Rennes&rayon=10",
  );
  expect(wayBack(shown("lieu=Rennes&q=cuisne", { used: "cuisine" }))).toBe("/offres?lieu=Rennes&q=cuisine");
});

it("is not proposed for every offer of the country", () => {
  expect(shown("rayon=10&periode=semaine-1&lieu=")).toBe("");
});
