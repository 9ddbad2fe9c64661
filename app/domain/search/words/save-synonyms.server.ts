import { eq, sql } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { searchSynonyms } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { wordsOf } from "./search-words.server.ts";
import type { SaveSynonymsFailure } from "./synonyms.failures.ts";
import { forgetSynonyms, readStems } from "./synonym-book.server.ts";

/**
 * An administrator writes a group of synonyms, or writes it again, unless it is not as they read it (`readAt`, when it was
 * last written by then). Searches follow at once here, in seconds elsewhere.
 */
export async function saveSynonyms(
  { db, clock, actor, origin }: ActorContext,
  { id, words, readAt }: { id: string | null; words: readonly string[]; readAt?: Date | undefined },
): Promise<Result<{ id: string }, SaveSynonymsFailure>> {
  const saved = await inTransaction(db, async (tx) => {
    if (!hasRole(actor, "admin")) return err({ code: "not_found" });
    const failure = await findFailure(tx, id, words);
    if (failure) return err(failure);
    const now = clock.now();
    const row = { words: [...words], updatedAt: now, updatedBy: actor.personId };
    if (id === null) {
      const created = { ...row, id: newId(), createdAt: now };
      await tx.insert(searchSynonyms).values(created);
      await appendAudit(tx, { actor, origin }, savedAs(created.id), now);
      return ok({ id: created.id });
    }
    const [before] = await tx
      .select({ words: searchSynonyms.words, updatedAt: searchSynonyms.updatedAt })
      .from(searchSynonyms)
      .where(eq(searchSynonyms.id, id))
      .for("update");
    if (!before) return err({ code: "not_found" });
    if (readAt && readAt.getTime() !== before.updatedAt.getTime())
      return err({ code: "changed_since", words: before.words });
    await tx.update(searchSynonyms).set(row).where(eq(searchSynonyms.id, id));
    await appendAudit(tx, { actor, origin }, savedAs(id), now);
    return ok({ id });
  });
  forgetSynonyms();
  return saved;
}

function savedAs(id: string) {
  return { action: "synonyms.saved", as: "admin", on: { kind: "synonyms", id } } as const;
}

async function findFailure(
  tx: Transaction,
  id: string | null,
  words: readonly string[],
): Promise<SaveSynonymsFailure | null> {
  const stems = await readStems(tx, words.flatMap(wordsOf));
  const meaningless = words.find((word) => wordsOf(word).every((one) => !stems.get(one)?.[0]));
  if (meaningless) return { code: "meaningless", word: meaningless };
  const plain = `{${words.map((word) => JSON.stringify(wordsOf(word).join(" "))).join(",")}}`;
  const [same] = await tx.execute(sql`
    select id from search_synonyms s where s.id is distinct from ${id}::uuid
      and cardinality(s.words) = ${words.length}
      and (select bool_and(lower(unaccent(regexp_replace(w, '[^[:alnum:]]+', ' ', 'g'))) = any(${plain}::text[]))
        from unnest(s.words) w) limit 1`);
  return same ? { code: "same_group" } : null;
}
