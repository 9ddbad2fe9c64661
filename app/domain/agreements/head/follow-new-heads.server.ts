import { and, asc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, agreements, agreementVersions, persons } from "#db/schema/index.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { AGREEMENT_STATUSES, SEALED_STATUSES } from "../agreement.ts";
import { findAgreement, insertVersion } from "../agreements.store.server.ts";
import { nameOfHead } from "./school-head.server.ts";

const AT_ONCE = 200;
const OPEN_STATUSES = AGREEMENT_STATUSES.filter(
  (status) => status !== "cancelled" && !SEALED_STATUSES.includes(status),
);

interface Outgrown {
  id: string;
  formerName: string;
}

/**
 * Agreements that nobody has validated or signed name whoever heads the school: from the day of a successor on, a new version bears
 * that name in place of the predecessor's. A version is never rewritten, a sealed one has none after it, and a name that the school
 * typed itself stays. One transaction an agreement. Returns how many changed.
 */
export async function followNewHeads({ db, clock }: UseCaseContext): Promise<number> {
  let changed = 0;
  let after: string | null = null;
  for (;;) {
    const found = await listOutgrown(db, { after, now: clock.now() });
    for (const agreement of found) if (await nameSuccessor({ db, clock }, agreement)) changed += 1;
    after = found.at(-1)?.id ?? null;
    if (after === null || found.length < AT_ONCE) return changed;
  }
}

/** Those that name someone who heads their school no more, a page at a time. */
function listOutgrown(
  db: Queryable,
  { after, now }: { after: string | null; now: Date },
): Promise<Outgrown[]> {
  const formerName = sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`;
  return db
    .selectDistinctOn([agreements.id], { id: agreements.id, formerName })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .innerJoin(
      agreements,
      and(eq(agreements.schoolUai, affiliations.schoolUai), inArray(agreements.status, OPEN_STATUSES)),
    )
    .innerJoin(
      agreementVersions,
      and(
        eq(agreementVersions.agreementId, agreements.id),
        eq(agreementVersions.version, agreements.currentVersion),
      ),
    )
    .where(
      and(
        eq(affiliations.role, "schoolHead"),
        lte(affiliations.validTo, parisDate(now)),
        eq(sql`${agreementVersions.content} #>> '{school,headName}'`, formerName),
        after === null ? undefined : gt(agreements.id, after),
      ),
    )
    .orderBy(asc(agreements.id))
    .limit(AT_ONCE);
}

/** Read again under a lock: somebody may have filled, validated or cancelled it meanwhile. */
async function nameSuccessor({ db, clock }: UseCaseContext, { id, formerName }: Outgrown): Promise<boolean> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const agreement = await findAgreement(tx, id, { lock: true });
    if (!agreement || !OPEN_STATUSES.includes(agreement.status)) return false;
    const { school } = agreement.content;
    const headName = await nameOfHead(tx, school.uai, parisDate(now));
    if (school.headName !== formerName || headName === null || headName === formerName) return false;
    const content = { ...agreement.content, school: { ...school, headName } };
    const text = { id: agreement.textId, bodyHash: agreement.textHash };
    const version = agreement.version + 1;
    await insertVersion(tx, id, { version, text, content }, now);
    await tx.update(agreements).set({ currentVersion: version, updatedAt: now }).where(eq(agreements.id, id));
    return true;
  });
}
