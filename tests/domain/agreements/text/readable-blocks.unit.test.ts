import { expect, it } from "vitest";
import type { FilledBlock, FilledPart } from "#app/domain/agreements/text/agreement-text.fill.ts";
import { readableBlocks } from "#app/domain/agreements/text/readable-blocks.ts";

const text = (words: string): FilledPart => ({ kind: "text", text: words });
const value = (words: string): FilledPart => ({ kind: "value", text: words });
const read = (...blocks: FilledBlock[]) => readableBlocks(blocks);

it("an article stands under its first words when these are a title, under its number alone otherwise", () => {
  const titled = read({ kind: "article", number: 1, parts: [text("Objet. Cette convention règle tout.")] });
  expect(titled).toEqual([
    { kind: "article", heading: "Article 1 – Objet", parts: [text("Cette convention règle tout.")] },
  ]);
  const long = [
    text("La présente convention a pour objet de régler la venue de l’élève dans la structure. Puis."),
  ];
  expect(read({ kind: "article", number: 2, parts: long })).toEqual([
    { kind: "article", heading: "Article 2", parts: long },
  ]);
});

it("what was written line by line is a list, without its dashes, after the words that announce it", () => {
  const lines = value("- Observer\n• Dessiner\n\nRaconter");
  const list = { kind: "list", items: [[value("Observer")], [value("Dessiner")], [value("Raconter")]] };
  const announced = { kind: "paragraph", label: "Activités", parts: [] };
  expect(read({ kind: "facts", facts: [{ label: "Activités", parts: [lines] }] })).toEqual([announced, list]);
  expect(read({ kind: "paragraph", label: null, parts: [text("Voici : "), lines] })).toEqual([
    { kind: "paragraph", label: null, parts: [text("Voici : ")] },
    list,
  ]);
});

it("one line stays in its paragraph", () => {
  const block: FilledBlock = { kind: "paragraph", label: "Repas", parts: [value("Tiré du sac")] };
  expect(read(block)).toEqual([block]);
});
