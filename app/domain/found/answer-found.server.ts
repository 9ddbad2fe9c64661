import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { hostOrganisations } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { createAgreement } from "../agreements/create-agreement.server.ts";
import type { HostPart } from "../agreements/content/agreement-parts.ts";
import { lockPupil } from "../applications/applications.store.server.ts";
import { lockWithSeats } from "../applications/lock-for-action.server.ts";
import { findRivals, releaseRivals } from "../applications/rivals.store.server.ts";
import { endHolds, heldOffers } from "../holds/holds.store.server.ts";
import { recordEvent } from "../outbox/record-event.server.ts";
import type { UseCaseContext } from "../use-case.ts";
import { foundConfirmed, foundEnded } from "./events.ts";
import { nextFoundState, type FoundRefusal } from "./found-internship.ts";
import type { AnswerFoundFailure } from "./found.failures.ts";
import { findFound, moveFound, type FoundRow } from "./found.store.server.ts";

/** Whoever holds the link: what it opens and its version. */
interface ByLink {
  foundId: string;
  linkVersion: number;
}

/** Where the pupil is received, and the host's part of the agreement. */
export type HostAnswer = HostPart & {
  name: string;
  siret: string;
  addressLine: string;
  postcode: string;
  town: string;
};

/**
 * The host confirms by its link. One transaction takes the weeks, writes down who the host is, creates the agreement, and releases the
 * pupil's live applications and kept seats for these weeks. A place confirmed for one of them at the same instant wins or loses as a
 * whole: a constraint on the pupil's weeks decides.
 */
export async function confirmFound(
  { db, clock }: UseCaseContext,
  { answer, ...link }: ByLink & { answer: HostAnswer },
): Promise<Result<{ agreementId: string }, AnswerFoundFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const pupilId = await lockPupilOf(tx, link.foundId);
      if (pupilId === null) return err({ code: "not_found" });
      const before = await findFound(tx, link.foundId);
      const rivals = await lockWithSeats(
        tx,
        before ? await findRivals(tx, before) : [],
        await heldOffers(tx, pupilId),
      );
      const found = await lockByLink(tx, link);
      if (!found) return err({ code: "not_found" });
      const state = nextFoundState(found.state, "confirm");
      if (!state || found.expiresAt <= now) return err({ code: "over" });
      await moveFound(tx, found.id, { state, weeks: "taken", endedAt: null });
      const host = await insertFoundHost(tx, answer, now);
      const { campaignId, weeks, id: foundId } = found;
      const agreement = await createAgreement(
        tx,
        { campaignId, pupilId, weeks, host, from: { foundId } },
        now,
      );
      if (!agreement.ok) return agreement;
      await releaseRivals(tx, rivals, now);
      await endHolds(tx, { pupilId }, "placed", now);
      await recordEvent(tx, foundConfirmed, { foundId }, now);
      return ok({ agreementId: agreement.value });
    },
    { on: { application_weeks_one_place_key: { code: "week_already_taken" } } },
  );
}

/** The host says no by its link, with a reason of a closed list. The weeks are free at once. */
export async function refuseFound(
  { db, clock }: UseCaseContext,
  { refusal, ...link }: ByLink & { refusal: FoundRefusal },
): Promise<Result<void, AnswerFoundFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    if ((await lockPupilOf(tx, link.foundId)) === null) return err({ code: "not_found" });
    const found = await lockByLink(tx, link);
    if (!found) return err({ code: "not_found" });
    const state = nextFoundState(found.state, "refuse");
    if (!state) return err({ code: "over" });
    await moveFound(tx, found.id, { state, weeks: "given_back", endedAt: now, refusal });
    await recordEvent(tx, foundEnded, { foundId: found.id }, now);
    return ok();
  });
}

/** First of all locks, as for a place that the pupil confirms. */
async function lockPupilOf(tx: Transaction, foundId: string): Promise<string | null> {
  const found = await findFound(tx, foundId);
  if (!found) return null;
  await lockPupil(tx, found.pupilId);
  return found.pupilId;
}

async function lockByLink(tx: Transaction, { foundId, linkVersion }: ByLink): Promise<FoundRow | null> {
  const found = await findFound(tx, foundId, { lock: true });
  return found?.linkVersion === linkVersion ? found : null;
}

/** A row of its own, whatever its SIRET: the members of an organisation that bears it learn nothing of this pupil. */
async function insertFoundHost(tx: Transaction, answer: HostAnswer, now: Date) {
  const { name, siret, addressLine, postcode, town, signatoryName, signatoryQuality } = answer;
  const organisationId = newId();
  const preventionContact = answer.violencePreventionContact;
  const organisation = { name, siret, addressLine, postcode, town, signatoryName, signatoryQuality };
  await tx.insert(hostOrganisations).values({
    ...organisation,
    id: organisationId,
    isPublic: false,
    preventionContact,
    createdAt: now,
    foundAt: now,
  });
  return {
    ...organisation,
    organisationId,
    preventionContact,
    seatLine: addressLine,
    seatPostcode: postcode,
    seatTown: town,
    hoursGrid: answer.hoursGrid,
    activities: answer.activities,
    lunch: answer.lunch,
    supervisorName: answer.workplaceSupervisor?.name ?? null,
    supervisorContact: answer.workplaceSupervisor?.contact ?? null,
  };
}
