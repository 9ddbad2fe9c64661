import { eq, sql } from "drizzle-orm";
import { staffRoleAt } from "#app/domain/accounts/actor.ts";
import { teachesAsFormTeacher } from "#app/domain/notifications/lost-addresses/form-teacher.queries.server.ts";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { findFollowedSchool } from "#app/domain/guardians/class-guardians.queries.server.ts";
import { lockGuardian } from "#app/domain/guardians/guardians.store.server.ts";
import { sendLostAgain } from "#app/domain/notifications/delivery/lost-messages.store.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { guardians, persons, suppressedAddresses } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import type { CorrectAddressFailure } from "./lost-address.ts";

interface CorrectAddressInput {
  pupilId: string;
  /** Null for the pupil's own address, which the pupil alone changes. */
  guardian: { id: string; email: string } | null;
}

/**
 * The office, the head or a form teacher of the class corrects the address of a representative that takes no mail any more, or
 * says that the same one is right; what it lost and still makes sense is sent again. The address, the end of its suppression
 * and the messages are one transaction. What an owner does not want any more, nobody else turns on again.
 */
export async function correctAddress(
  { db, clock, actor, origin }: ActorContext,
  { pupilId, guardian }: CorrectAddressInput,
): Promise<Result<{ sent: number }, CorrectAddressFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const uai = await findFollowedSchool(tx, actor, pupilId);
    if (uai === null) return err({ code: "not_found" });
    const role = staffRoleAt(actor, uai);
    if (role === "teacher" && !(await teachesAsFormTeacher(tx, actor, pupilId)))
      return err({ code: "not_found" });
    const known = guardian ? await guardianAddress(tx, guardian.id, pupilId) : await ownAddress(tx, pupilId);
    const lost = known === null ? null : await findSuppression(tx, known);
    if (known === null || lost === null) return err({ code: "not_found" });
    const to = guardian?.email ?? known;
    if (to.toLowerCase() === known.toLowerCase()) {
      if (lost === "complained") return err({ code: "unwanted" });
      await tx.delete(suppressedAddresses).where(eq(suppressedAddresses.address, known));
    } else {
      if ((await findSuppression(tx, to)) !== null) return err({ code: "also_lost" });
      await tx
        .update(guardians)
        .set({ email: to })
        .where(eq(guardians.id, guardian?.id ?? ""));
    }
    const sent = await sendLostAgain(tx, { from: known, to, pupilId, guardianId: guardian?.id ?? null }, now);
    const on = guardian
      ? ({ kind: "guardian", id: guardian.id } as const)
      : ({ kind: "person", id: pupilId } as const);
    await appendAudit(tx, { actor, origin }, { action: "address.corrected", as: role, on }, now);
    return ok({ sent });
  });
}

async function guardianAddress(tx: Transaction, id: string, pupilId: string): Promise<string | null> {
  const row = await lockGuardian(tx, id);
  return row?.pupilId === pupilId ? row.email : null;
}

async function ownAddress(tx: Transaction, pupilId: string): Promise<string | null> {
  const [row] = await tx.select({ email: persons.email }).from(persons).where(eq(persons.id, pupilId));
  return row?.email ?? null;
}

async function findSuppression(tx: Transaction, address: string): Promise<string | null> {
  const [row] = await tx
    .select({ reason: suppressedAddresses.reason })
    .from(suppressedAddresses)
    .where(sql`${suppressedAddresses.address} = ${address}::citext`)
    .for("update");
  return row?.reason ?? null;
}
