import { createHash } from "node:crypto";
import { and, eq, gt, isNull, ne, or } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { identities } from "#db/schema/index.ts";
import type { Provider } from "./identity-provider.ts";

export interface FederatedIdentity {
  provider: Provider;
  /** SHA-256 of the federation's subject. */
  subject: string;
}

/** Subjects differ by their case and name people at the federation: only their hash is kept. */
export function subjectHash(provider: Provider, subject: string): string {
  return createHash("sha256").update(`${provider}\0${subject}`).digest("hex");
}

/** Whose identity this is today. */
export async function findLinkedPerson(
  tx: Queryable,
  { provider, subject }: FederatedIdentity,
  now: Date,
): Promise<string | null> {
  const [row] = await tx
    .select({ personId: identities.personId })
    .from(identities)
    .where(
      and(
        eq(identities.issuer, provider),
        eq(identities.subject, subject),
        or(isNull(identities.validTo), gt(identities.validTo, now)),
      ),
    );
  return row?.personId ?? null;
}

/**
 * From now on this identity opens the person's account, and the one before at the same federation no more: who changes académie is
 * known there by another name. Somebody else's identity ends on the constraint `identities_issuer_subject_key`.
 */
export async function linkIdentity(
  tx: Queryable,
  { provider, subject, personId, email }: FederatedIdentity & { personId: string; email: string | null },
  now: Date,
): Promise<void> {
  await tx
    .update(identities)
    .set({ validTo: now })
    .where(
      and(
        eq(identities.personId, personId),
        eq(identities.issuer, provider),
        ne(identities.subject, subject),
        isNull(identities.validTo),
      ),
    );
  const reopened = await tx
    .update(identities)
    .set({ validTo: null, emailAtLink: email })
    .where(
      and(
        eq(identities.personId, personId),
        eq(identities.issuer, provider),
        eq(identities.subject, subject),
      ),
    )
    .returning({ id: identities.id });
  if (reopened.length === 0)
    await tx
      .insert(identities)
      .values({ personId, issuer: provider, subject, emailAtLink: email, validFrom: now });
}
