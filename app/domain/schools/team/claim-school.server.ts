import { and, eq, ne } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { schools } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { insertLink } from "../../accounts/links/links.store.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { ClaimSchoolFailure } from "../schools.failures.ts";

/**
 * Anybody may ask for the link that opens a school's space: it goes to the official mailbox of the directory, which the school
 * alone reads.
 */
export async function claimSchool(
  { db, clock }: UseCaseContext,
  { uai }: { uai: string },
): Promise<Result<void, ClaimSchoolFailure>> {
  return inTransaction(db, async (tx) => {
    const [school] = await tx
      .select({ email: schools.email })
      .from(schools)
      .where(and(eq(schools.uai, uai), eq(schools.hasSeconde, true), ne(schools.status, "closed")));
    if (!school) return err({ code: "not_found" });
    if (!school.email) return err({ code: "no_mailbox" });
    const link = { purpose: "school_claim", personId: null, email: school.email } as const;
    await insertLink(tx, { ...link, school: { uai, role: null } }, clock.now());
    return ok();
  });
}
