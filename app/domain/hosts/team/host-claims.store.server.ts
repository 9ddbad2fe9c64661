import { and, eq, isNull } from "drizzle-orm";
import { insertAffiliation } from "#app/domain/accounts/accounts.store.server.ts";
import type { AuditedBy } from "#app/domain/audit/append-audit.server.ts";
import { holdsItsSiret } from "#app/domain/hosts/siret-holder.server.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { affiliations, hostClaims, hostOrganisations } from "#db/schema/index.ts";

/** Someone who has proven their address says to work for this establishment: an employer, of no organisation yet. */
export async function insertClaim(
  tx: Transaction,
  { personId, siret }: { personId: string; siret: string },
  now: Date,
  by?: AuditedBy,
): Promise<void> {
  await tx.insert(hostClaims).values({ personId, siret, claimedAt: now });
  await insertAffiliation(tx, { personId, role: "employer" }, now, by);
}

/** The claim has led to an organisation: what stood for it ends. */
export async function endClaim(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(hostClaims).where(eq(hostClaims.personId, personId));
  await tx
    .delete(affiliations)
    .where(
      and(
        eq(affiliations.personId, personId),
        eq(affiliations.role, "employer"),
        isNull(affiliations.organisationId),
      ),
    );
}

export interface HostClaim {
  siret: string;
  claimedAt: Date;
  refusedAt: Date | null;
  /** The organisation here that bears the SIRET. */
  organisationId: string | null;
}

/** With `lock`, nobody else answers it until the transaction ends. */
export async function findClaim(
  tx: Queryable,
  personId: string,
  { lock = false } = {},
): Promise<HostClaim | null> {
  const query = tx
    .select({
      siret: hostClaims.siret,
      claimedAt: hostClaims.claimedAt,
      refusedAt: hostClaims.refusedAt,
      organisationId: hostOrganisations.id,
    })
    .from(hostClaims)
    .leftJoin(hostOrganisations, and(eq(hostOrganisations.siret, hostClaims.siret), holdsItsSiret))
    .where(eq(hostClaims.personId, personId));
  const [claim] = await (lock ? query.for("update", { of: hostClaims }) : query);
  return claim ?? null;
}
