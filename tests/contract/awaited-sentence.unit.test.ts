import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Who is awaited is said by one sentence, which is computed: pages, lists and mails take it from here. */
const SENTENCE = "app/ui/messages/awaited.ts";

const SECOND_WORDING =
  /(attend|attente de|doit compléter) (l’élève|la structure d’accueil|l’équipe enseignante|l’établissement|les signatures)|l’établissement doit compléter/i;

const texts = ["app/ui", "app/emails", "app/routes"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

it("is worded nowhere else", () => {
  expect(texts).toContain(SENTENCE);
  const others = texts.filter((file) => file !== SENTENCE && SECOND_WORDING.test(readFileSync(file, "utf8")));
  expect(others).toEqual([]);
});
