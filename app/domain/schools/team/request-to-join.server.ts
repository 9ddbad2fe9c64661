import { and, eq, ne } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { academies, schools } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { StaffRole } from "../../accounts/actor.ts";
import { insertLink } from "../../accounts/links/links.store.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { RequestToJoinFailure } from "../schools.failures.ts";
import { isOfDomain } from "./academy-address.ts";

/**
 * Someone of the académie asks to work in a school's space: a link goes to their address, and the school is told once they
 * have opened it. Whether they have an account, or work there already, changes nothing of the answer.
 */
export async function requestToJoin(
  { db, clock }: UseCaseContext,
  { uai, email, role }: { uai: string; email: string; role: StaffRole },
): Promise<Result<void, RequestToJoinFailure>> {
  return inTransaction(db, async (tx) => {
    const [school] = await tx
      .select({ domain: academies.emailDomain })
      .from(schools)
      .leftJoin(academies, eq(academies.code, schools.academyCode))
      .where(and(eq(schools.uai, uai), eq(schools.hasSeconde, true), ne(schools.status, "closed")));
    if (!school) return err({ code: "not_found" });
    const { domain } = school;
    if (domain === null) return err({ code: "no_domain" });
    if (!isOfDomain(email, domain)) return err({ code: "other_domain", domain });
    const link = { purpose: "school_request", personId: null, email } as const;
    await insertLink(tx, { ...link, school: { uai, role } }, clock.now());
    return ok();
  });
}
