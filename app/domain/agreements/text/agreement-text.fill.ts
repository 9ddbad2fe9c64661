import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import type { AgreementBlock, AgreementText, TextPart } from "./agreement-text.ts";
import { fieldValues, type AgreementField, type SigningPlace } from "./agreement-text.fields.ts";

/** A run of the model's text, a value of this agreement, or a blank to fill by hand. */
export type FilledPart = { kind: "text" | "value"; text: string } | { kind: "blank" };
export type FilledBlock = AgreementBlock<FilledPart>;

/** The agreement as it reads: the text with the content in place of its fields. */
export function fillAgreementText(
  text: AgreementText,
  content: AgreementContent,
  signing: SigningPlace,
): FilledBlock[] {
  const values = fieldValues(content, signing);
  const fill = (parts: TextPart[]): FilledPart[] => parts.flatMap((part) => fillPart(part, values));
  const filled = text.blocks.map((block): FilledBlock => {
    switch (block.kind) {
      case "visas":
      case "list":
        return { ...block, items: block.items.map(fill) };
      case "article":
      case "paragraph":
        return { ...block, parts: fill(block.parts) };
      case "facts":
        return { ...block, facts: block.facts.map((fact) => ({ ...fact, parts: fill(fact.parts) })) };
      default:
        return block;
    }
  });
  return withAdditions(filled, additions(text, content));
}

/** What the parties told that this text has no field for: nothing they wrote may be lost. */
function additions(text: AgreementText, content: AgreementContent): FilledBlock | null {
  const candidates: [AgreementField, string, string][] = [
    ["objectives", "Objectifs propres à ce stage", content.objectives],
    ["evaluation", "Évaluation", content.evaluation],
    ["lodging", "Hébergement", content.lodging],
    ["lunch", "Repas", content.lunch],
    ["transport", "Transport", content.transport],
    [
      "violence_contact",
      "Personne à contacter contre les violences sexistes et sexuelles",
      content.violencePreventionContact ?? "",
    ],
  ];
  const facts = candidates
    .filter(([field, , value]) => value !== "" && !text.fields.includes(field))
    .map(([, label, value]) => ({ label, parts: [{ kind: "value" as const, text: value }] }));
  return facts.length === 0 ? null : { kind: "facts", facts };
}

/** Additions stand at the end of the annexes, before the place, the date and the signatures. */
function withAdditions(blocks: FilledBlock[], added: FilledBlock | null): FilledBlock[] {
  if (added === null) return blocks;
  const signatures = blocks.findIndex((block) => block.kind === "signatures");
  const before = blocks[signatures - 1];
  const isPlace =
    before?.kind === "paragraph" && before.parts[0]?.kind === "text" && /^À /.test(before.parts[0].text);
  const at = isPlace ? signatures - 1 : signatures;
  const heading: FilledBlock = { kind: "heading", level: 3, text: "Précisions des parties" };
  return [...blocks.slice(0, at), heading, added, ...blocks.slice(at)];
}

function fillPart(part: TextPart, values: Record<AgreementField, string | null>): FilledPart[] {
  if (part.kind === "text") return [part];
  const value = values[part.field];
  if (value === null) return [{ kind: "blank" }];
  return value === "" ? [] : [{ kind: "value", text: value }];
}
