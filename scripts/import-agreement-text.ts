import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { importAgreementText } from "#app/domain/agreements/text/import-agreement-text.server.ts";
import type { AgreementTextProblem } from "#app/domain/agreements/text/agreement-text.ts";
import { answerHelp, runCommand, say, ScriptFailure } from "./support/import-command.ts";
import { openScriptContext } from "./support/script-context.ts";

const USAGE = "npm run import:agreement-text -- FICHIER.md [--voted]";
const OUTCOMES = {
  created: "est enregistré : les nouvelles conventions l'utilisent.",
  made_current: "était déjà connu : les nouvelles conventions l'utilisent de nouveau.",
  unchanged: "est déjà le texte en vigueur : rien n'a changé.",
};
const KINDS = { demonstration: "de démonstration", official: "officiel", voted: "voté" };

await runCommand(async () => {
  const { file, voted } = readArguments();
  const markdown = readText(file);
  const context = await openScriptContext();
  try {
    const outcome = await importAgreementText(context, {
      markdown,
      source: basename(file),
      kind: voted ? "voted" : "official",
      allowDemonstration: context.mode !== "production",
    });
    if (outcome.ok) {
      const { title, kind } = outcome.value;
      say(`Le texte ${KINDS[kind]} « ${title} » ${OUTCOMES[outcome.value.outcome]}`);
      return;
    }
    if (outcome.error.code === "demonstration_refused")
      throw new ScriptFailure("Un texte de démonstration ne peut pas servir en production.");
    const problems = outcome.error.problems.map((problem) => `  - ${describeProblem(problem)}`);
    throw new ScriptFailure(`Le texte est refusé, rien n'a été modifié :\n${problems.join("\n")}`);
  } finally {
    await context.close();
  }
});

function readArguments(): { file: string; voted: boolean } {
  answerHelp(USAGE);
  try {
    const { positionals, values } = parseArgs({
      options: { voted: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (file !== undefined && rest.length === 0) return { file, voted: values.voted };
  } catch (error) {
    throw new ScriptFailure(`${(error as Error).message}. Usage : ${USAGE}`);
  }
  throw new ScriptFailure(`Un fichier est attendu. Usage : ${USAGE}`);
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new ScriptFailure(`Le fichier ${file} n'existe pas ou ne peut pas être lu.`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ScriptFailure(`Le fichier ${file} n'est pas un texte en UTF-8.`);
  }
}

function describeProblem(problem: AgreementTextProblem): string {
  switch (problem.code) {
    case "title_missing":
      return "il manque le titre (« # Convention… »)";
    case "visas_missing":
      return "il manque le paragraphe qui commence par « Vu »";
    case "parties_missing":
      return "il manque les parties (paragraphe qui commence par « Entre »)";
    case "annexes_missing":
      return "il manque une annexe (deux titres « ### » sont attendus)";
    case "signatures_missing":
      return "il manque la ligne « Signatures : … »";
    case "article_missing":
      return `il manque l'article ${problem.article} (« **Article ${problem.article}** – … »)`;
    case "article_misplaced":
      return `l'article ${problem.article} est en double, de trop ou mal placé`;
    case "field_missing":
      return `il manque le champ {{${problem.field}}}`;
    case "field_unknown":
      return `ligne ${problem.line} : le champ {{${problem.name}}} n'existe pas`;
    case "braces_broken":
      return `ligne ${problem.line} : des accolades sont mal fermées`;
  }
}
