import { and, eq, isNull } from "drizzle-orm";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { agreementRemarks, agreements } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { AgreementFailure } from "./agreement.failures.ts";
import { mayAct, statusOnceFilled, type AgreementSide } from "./agreement.ts";
import type { AgreementContent } from "./content/agreement-content.ts";
import { GUARDIAN_ROWS } from "./content/agreement-form.ts";
import type { HostPart, SchoolPart } from "./content/agreement-parts.ts";
import { partyOf } from "./agreements.policy.ts";
import {
  countOpenRemarks,
  findAgreement,
  insertVersion,
  type AgreementRow,
} from "./agreements.store.server.ts";
import { hostPartIsWhole, schoolPartIsWhole } from "./create-agreement.server.ts";
import { agreementCompleted } from "./events.ts";

export type FillInput = { agreementId: string; contentHash: string } & (
  { side: "host"; part: HostPart } | { side: "school"; part: SchoolPart }
);

/**
 * A side fills or corrects its part: a new version of the content, the side's remarks answered. Both parts may be filled in any order;
 * the agreement is "completed" once both are whole. A content changed meanwhile by the other side is refused as stale.
 */
export async function fillAgreement(
  { db, clock, actor }: ActorContext,
  input: FillInput,
): Promise<Result<void, AgreementFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const agreement = await findAgreement(tx, input.agreementId, { lock: true });
    const party = agreement && partyOf(actor, agreement);
    if (!agreement || !party) return err({ code: "not_found" });
    if (!mayAct(agreement.status, input.side === "host" ? "fill_host" : "fill_school", party)) {
      return err({ code: "not_possible", status: agreement.status });
    }
    return writePart(tx, agreement, input, { actorId: actor.personId }, now);
  });
}

/** Writes a part of an agreement that is locked, by someone whose right was checked; without account there is no actor. */
export async function writePart(
  tx: Transaction,
  agreement: AgreementRow,
  input: FillInput,
  { actorId }: { actorId: string | null },
  now: Date,
): Promise<Result<void, Failure<"stale">>> {
  if (agreement.contentHash !== input.contentHash) return err({ code: "stale" });
  const content = mergePart(agreement.content, input);
  const text = { id: agreement.textId, bodyHash: agreement.textHash };
  await insertVersion(tx, agreement.id, { version: agreement.version + 1, text, content }, now);
  await answerRemarks(tx, agreement.id, { addressee: input.side, resolvedBy: actorId }, now);
  await moveOn(tx, agreement, content, { side: input.side, actorId }, now);
  return ok();
}

function mergePart(content: AgreementContent, input: FillInput): AgreementContent {
  if (input.side === "host") {
    const { signatoryName, signatoryQuality, ...part } = input.part;
    return { ...content, ...part, host: { ...content.host, signatoryName, signatoryQuality } };
  }
  const { headName, birthDate, guardians, ...part } = input.part;
  return {
    ...content,
    ...part,
    // The school's form holds the first representatives; more may have come from its register.
    guardians: [...guardians, ...content.guardians.slice(GUARDIAN_ROWS.length)],
    school: { ...content.school, headName },
    pupil: { ...content.pupil, birthDate },
  };
}

async function answerRemarks(
  tx: Transaction,
  agreementId: string,
  { addressee, resolvedBy }: { addressee: AgreementSide; resolvedBy: string | null },
  now: Date,
): Promise<void> {
  await tx
    .update(agreementRemarks)
    .set({ resolvedAt: now, resolvedBy })
    .where(
      and(
        eq(agreementRemarks.agreementId, agreementId),
        eq(agreementRemarks.addressee, addressee),
        isNull(agreementRemarks.resolvedAt),
      ),
    );
}

async function moveOn(
  tx: Transaction,
  agreement: AgreementRow,
  content: AgreementContent,
  by: { side: AgreementSide; actorId: string | null },
  now: Date,
): Promise<void> {
  const hostCompletedAt = hostPartIsWhole(content) ? (agreement.hostCompletedAt ?? now) : null;
  const schoolCompletedAt = schoolPartIsWhole(content) ? (agreement.schoolCompletedAt ?? now) : null;
  const openRemarks = await countOpenRemarks(tx, agreement.id);
  const status = statusOnceFilled({
    hostCompleted: hostCompletedAt !== null,
    schoolCompleted: schoolCompletedAt !== null,
    openRemarks,
  });
  await tx
    .update(agreements)
    .set({
      status,
      currentVersion: agreement.version + 1,
      hostCompletedAt,
      schoolCompletedAt,
      updatedAt: now,
    })
    .where(eq(agreements.id, agreement.id));
  if (status === agreement.status) return;
  const change = {
    from: agreement.status,
    to: status,
    actorId: by.actorId,
    actorRole: by.side,
    ...(status === "completed"
      ? { eventId: await recordEvent(tx, agreementCompleted, { agreementId: agreement.id }, now) }
      : {}),
  };
  await recordChange(tx, { agreementId: agreement.id }, change, now);
}
