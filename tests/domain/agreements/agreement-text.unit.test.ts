import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REQUIRED_FIELDS } from "#app/domain/agreements/text/agreement-text.fields.ts";
import { fillAgreementText, type FilledBlock } from "#app/domain/agreements/text/agreement-text.fill.ts";
import { parseAgreementText, type AgreementText } from "#app/domain/agreements/text/agreement-text.ts";
import { completeContent } from "./agreement-fixture.ts";

const demonstration = readFileSync("db/seed/reference/agreement-text-demonstration.md", "utf8");
const signing = { place: "Rennes", signedOn: null };

function parsed(markdown: string): AgreementText {
  const result = parseAgreementText(markdown);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const problems = (markdown: string) => {
  const result = parseAgreementText(markdown);
  return result.ok ? [] : result.error;
};
/** All that a reader sees, blanks as underscores. */
const reading = (blocks: FilledBlock[]) =>
  JSON.stringify(blocks, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "kind" in value && value.kind === "blank" ? "___" : value,
  );

describe("the demonstration text", () => {
  const text = () => parsed(demonstration);

  it("has the ten articles, two annexes and every required field", () => {
    expect(text().blocks.flatMap((block) => (block.kind === "article" ? [block.number] : []))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(text().blocks.filter((block) => block.kind === "heading" && block.level === 3)).toHaveLength(2);
    expect(text().fields).toEqual(expect.arrayContaining(REQUIRED_FIELDS));
  });

  it("says that it is a demonstration", () => {
    expect(text().isDemonstration).toBe(true);
    expect(text().notice).toMatch(/^Texte de démonstration/);
  });

  it("offers four signature boxes, each with its role", () => {
    const boxes = text().blocks.flatMap((block) => (block.kind === "signatures" ? block.boxes : []));
    expect(boxes.map((box) => box.role)).toEqual(["host", "school_head", "guardian", "referent"]);
    expect(boxes[0]?.note).toBe("prénom, nom, cachet et signature");
  });
});

describe("an agreement text", () => {
  const small = (change: (lines: string[]) => string[] = (lines) => lines) =>
    change([
      "\uFEFF# Convention votée",
      "Vu le code ; la délibération du {{deliberation_date}} ;",
      "Entre {{host_name}} et {{school_name}}, représentés par {{host_signatory}} et {{school_head}}",
      "## Titre I : Général",
      ...Array.from({ length: 10 }, (_, index) => `**Article ${index + 1}** – Sujet ${index + 1}.`),
      "### A. Annexe pédagogique",
      "Élève : {{pupil_name}} · Né ou née le : {{pupil_birth_date}} · Classe : {{pupil_class}}",
      "Famille : {{guardians}}",
      "Suivi par {{referent}} du {{starts_on}} au {{ends_on}}.",
      "Les horaires sont ci-dessous : {{hours_grid}} (lundi à samedi ; matin de… à…)",
      "Activités prévues : {{activities}}",
      "### B. Annexe financière",
      "Repas : selon l'usage.",
      "À {{place}}, le {{date}}",
      "Signatures : le/la responsable de l'organisme d'accueil (cachet) · le chef/la cheffe d'établissement (cachet) · l'élève majeur ou le/les responsable(s) légal(ux) (signature) · le référent/la référente désigné(e) par le chef/la cheffe d'établissement, éventuellement (signature)",
    ]).join("\r\n\r\n");

  it("is read with Windows line ends and a byte-order mark", () => {
    const text = parsed(small());
    expect(text.title).toBe("Convention votée");
    expect(text.isDemonstration).toBe(false);
    expect(text.blocks[0]).toMatchObject({ kind: "visas", items: [{ length: 1 }, { length: 3 }] });
  });

  it("gives each signature box its role, in the words of the official model", () => {
    const boxes = parsed(small()).blocks.flatMap((block) => (block.kind === "signatures" ? block.boxes : []));
    expect(boxes.map((box) => box.role)).toEqual(["host", "school_head", "guardian", "referent"]);
    expect(boxes[2]?.label).toBe("l'élève majeur ou le/les responsable(s) légal(ux)");
  });

  it("turns the fields of an annex into a table and the hours into a grid", () => {
    const { blocks } = parsed(small());
    expect(blocks).toContainEqual({
      kind: "facts",
      facts: [
        { label: "Élève", parts: [{ kind: "field", field: "pupil_name" }] },
        { label: "Né ou née le", parts: [{ kind: "field", field: "pupil_birth_date" }] },
        { label: "Classe", parts: [{ kind: "field", field: "pupil_class" }] },
        { label: "Famille", parts: [{ kind: "field", field: "guardians" }] },
      ],
    });
    const grid = blocks.findIndex((block) => block.kind === "hours_grid");
    expect(blocks[grid - 1]).toMatchObject({ parts: [{ text: "Les horaires sont ci-dessous :" }] });
    expect(blocks[grid + 1]).toMatchObject({ kind: "facts" });
    expect(blocks).toContainEqual({
      kind: "paragraph",
      label: "Repas",
      parts: [{ kind: "text", text: "selon l'usage." }],
    });
  });

  it("is refused with every problem told at once, with its line", () => {
    const broken = small((lines) =>
      lines
        .filter((line) => !line.startsWith("**Article 7**") && !line.startsWith("Famille"))
        .map((line) => line.replace("{{school_head}}", "{{school_heed}}").replace("Sujet 3.", "Sujet {{ 3.")),
    );
    expect(problems(broken)).toEqual([
      { code: "field_unknown", name: "school_heed", line: 5 },
      { code: "braces_broken", line: 13 },
      { code: "article_missing", article: 7 },
      { code: "field_missing", field: "school_head" },
      { code: "field_missing", field: "guardians" },
    ]);
    expect(problems("Bonjour").map((problem) => problem.code)).toEqual(
      expect.arrayContaining([
        "title_missing",
        "visas_missing",
        "parties_missing",
        "annexes_missing",
        "signatures_missing",
      ]),
    );
    expect(problems(small((lines) => lines.map((line) => line.replace("Article 9", "Article 2"))))).toEqual([
      { code: "article_missing", article: 9 },
      { code: "article_misplaced", article: 2 },
    ]);
  });

  it("reads with the content in place of its fields, blanks where something is not known", () => {
    const filled = reading(fillAgreementText(parsed(small()), completeContent, signing));
    for (const words of [
      "Menuiserie Bois d’Armor",
      "Mme Claire Le Goff, gérante",
      "Léa Martin",
      "14 juin 2027",
      "5 novembre 2026",
    ]) {
      expect(filled).toContain(words);
    }
    expect(filled).toContain('"text":"Rennes"},{"kind":"text","text":", le "},"___"');
    expect(filled).not.toContain("{{");
  });

  it("never loses what the parties wrote when it has no field for it", () => {
    const blocks = fillAgreementText(parsed(small()), completeContent, signing);
    const heading = blocks.findIndex(
      (block) => block.kind === "heading" && block.text === "Précisions des parties",
    );
    expect(reading(blocks.slice(heading, heading + 2))).toContain("Ligne de bus C4");
    expect(blocks[heading + 2]).toMatchObject({
      kind: "paragraph",
      parts: [{ text: "À " }, { text: "Rennes" }, { text: ", le " }, {}],
    });
    const demonstrationBlocks = fillAgreementText(parsed(demonstration), completeContent, signing);
    expect(reading(demonstrationBlocks)).toContain("Ligne de bus C4");
    expect(reading(demonstrationBlocks)).not.toContain("Précisions des parties");
  });

  it("never writes a health detail", () => {
    const filled = reading(fillAgreementText(parsed(demonstration), completeContent, signing));
    expect(filled).toContain("communiqué séparément");
  });
});
