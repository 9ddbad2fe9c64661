import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { agreementTexts } from "#db/schema/index.ts";
import { agreementTextHash } from "#app/domain/agreements/document/agreement-hash.server.ts";
import { findCurrentText } from "#app/domain/agreements/agreements.store.server.ts";
import { parseAgreementText, type AgreementTextProblem } from "./agreement-text.ts";

export interface ImportAgreementTextInput {
  markdown: string;
  /** Where the text comes from, for those who read the list of texts. */
  source: string;
  /** Official model, or model that a school board voted; a text that calls itself a demonstration is one. */
  kind: "official" | "voted";
  /** False in production: families must never sign the demonstration text. */
  allowDemonstration: boolean;
}

export interface ImportedAgreementText {
  id: string;
  title: string;
  kind: "demonstration" | "official" | "voted";
  /** `made_current`: known already, and now again the one that new agreements take. */
  outcome: "created" | "made_current" | "unchanged";
}

export type ImportAgreementTextError =
  { code: "text_invalid"; problems: AgreementTextProblem[] } | { code: "demonstration_refused" };

/**
 * Checks a model agreement and makes it the one that new agreements take. A text is stored once, by its hash:
 * importing the current one again changes nothing, and agreements already made keep the text they were made with.
 */
export async function importAgreementText(
  { db, clock }: UseCaseContext,
  input: ImportAgreementTextInput,
): Promise<Result<ImportedAgreementText, ImportAgreementTextError>> {
  const parsed = parseAgreementText(input.markdown);
  if (!parsed.ok) return err({ code: "text_invalid", problems: parsed.error });
  const { title, isDemonstration } = parsed.value;
  if (isDemonstration && !input.allowDemonstration) return err({ code: "demonstration_refused" });
  const kind = isDemonstration ? "demonstration" : input.kind;
  const bodyHash = agreementTextHash(input.markdown);
  const importedAt = clock.now();
  return db.transaction(async (tx) => {
    const current = await findCurrentText(tx);
    if (current?.bodyHash === bodyHash) return ok({ id: current.id, title, kind, outcome: "unchanged" });
    const id = newId();
    const body = input.markdown.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
    const [stored] = await tx
      .insert(agreementTexts)
      .values({ id, title, source: input.source, kind, body, bodyHash, importedAt })
      .onConflictDoUpdate({ target: agreementTexts.bodyHash, set: { importedAt } })
      .returning({ id: agreementTexts.id });
    const storedId = stored?.id ?? id;
    const on = { kind: "agreement_text" as const, id: storedId };
    await appendAudit(tx, {}, { action: "agreement_text.imported", as: "operator", on }, importedAt);
    return ok({ id: storedId, title, kind, outcome: storedId === id ? "created" : "made_current" });
  });
}
