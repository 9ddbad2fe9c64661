import { err, ok, type Result } from "#app/kernel/result.ts";
import { hostSignUps } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { findPersonByEmail, insertLink } from "../../accounts/links/links.store.server.ts";
import { weaknessOf } from "../../accounts/password-strength.server.ts";
import { hashPassword } from "../../accounts/passwords.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { SignUpHostFailure } from "../hosts.failures.ts";

export interface HostSignUp {
  firstName: string;
  lastName: string;
  email: string;
  password: string;
  siret: string;
}

/**
 * Someone who offers internships asks for an account. Nothing is made before the link sent to their address is used, and the
 * answer is the same when the address has an account: its owner alone is told, by the message.
 */
export async function signUpHost(
  { db, clock }: UseCaseContext,
  input: HostSignUp,
): Promise<Result<void, SignUpHostFailure>> {
  const { firstName, lastName, email, siret } = input;
  const reason = weaknessOf(input.password, [firstName, lastName, email]);
  if (reason) return err({ code: "weak_password", reason });
  const passwordHash = await hashPassword(input.password);
  return inTransaction(db, async (tx) => {
    const owner = await findPersonByEmail(tx, email);
    const link = { purpose: "host_sign_up", personId: owner?.id ?? null, email } as const;
    const linkId = await insertLink(tx, link, clock.now());
    await tx.insert(hostSignUps).values({ linkId, firstName, lastName, passwordHash, siret });
    return ok();
  });
}
