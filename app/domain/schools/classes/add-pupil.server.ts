import { and, eq, inArray, sql } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers, persons } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { insertAffiliation, insertPerson } from "../../accounts/accounts.store.server.ts";
import type { ActorContext } from "../../use-case.ts";
import type { AddPupilFailure } from "../schools.failures.ts";
import { roleAt, schoolsSetUpBy } from "../schools.policy.ts";

export interface NewPupil {
  classGroupId: string;
  firstName: string;
  lastName: string;
  birthDate: CalendarDate;
}

/** The head or the office enters a pupil by hand: without an account yet, which their card opens. */
export async function addPupil(
  { db, clock, actor, origin }: ActorContext,
  input: NewPupil,
): Promise<Result<{ personId: string }, AddPupilFailure>> {
  const now = clock.now();
  const { classGroupId, firstName, lastName, birthDate } = input;
  return inTransaction(db, async (tx) => {
    // Locked: the same pupil sent twice at the same instant is entered once.
    const [group] = await tx
      .select({ schoolUai: classGroups.schoolUai, schoolYear: classGroups.schoolYear })
      .from(classGroups)
      .where(and(eq(classGroups.id, classGroupId), inArray(classGroups.schoolUai, schoolsSetUpBy(actor))))
      .for("update");
    if (!group) return err({ code: "not_found" });
    if (await isThere(tx, group, input)) return err({ code: "already_there" });
    const personId = await insertPerson(tx, { firstName, lastName, birthDate, email: null }, now);
    await insertAffiliation(tx, { personId, role: "pupil", schoolUai: group.schoolUai }, now);
    await tx.insert(classMembers).values({ classGroupId, personId, role: "pupil", joinedAt: now });
    const as = roleAt(actor, group.schoolUai);
    const on = { kind: "person", id: personId } as const;
    await appendAudit(tx, { actor, origin }, { action: "pupil.added", as, on }, now);
    return ok({ personId });
  });
}

async function isThere(
  tx: Queryable,
  { schoolUai, schoolYear }: { schoolUai: string; schoolYear: string },
  { firstName, lastName, birthDate }: NewPupil,
): Promise<boolean> {
  const plain = (text: unknown) => sql`lower(unaccent(${text}))`;
  const found = await tx
    .select({ id: persons.id })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(
      and(
        eq(classGroups.schoolUai, schoolUai),
        eq(classGroups.schoolYear, schoolYear),
        eq(classMembers.role, "pupil"),
        eq(persons.birthDate, birthDate),
        sql`${plain(persons.firstName)} = ${plain(firstName)}`,
        sql`${plain(persons.lastName)} = ${plain(lastName)}`,
      ),
    )
    .limit(1);
  return found.length > 0;
}
