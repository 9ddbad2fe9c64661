import { expect, it } from "vitest";
import { OfferItems } from "#app/ui/employer/offer-items.tsx";
import { html } from "./render.tsx";

it("a draft is deleted by a second press, under what follows from it", () => {
  const draft = { id: "d", title: "Un atelier", status: "draft" as const, town: null, seats: [], waiting: 0 };
  const markup = html(<OfferItems offers={[draft]} />);
  const folded = /<details[^>]*>([\s\S]*?)<\/details>/.exec(markup)?.[1] ?? "";
  expect(folded).toMatch(/<summary[^>]*>Supprimer le brouillon<\/summary>/);
  expect(folded).toContain("sans retour possible");
  expect(folded).toMatch(/value="discard"[^>]*>Oui, supprimer ce brouillon/);
  expect(markup.match(/value="discard"/g)).toHaveLength(1);
});
