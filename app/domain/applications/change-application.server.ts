import { recordChange } from "#app/domain/history/record-change.server.ts";
import { reprojectLimitedOffer } from "#app/domain/offers/offers.store.server.ts";
import { lockSeats, moveSeats, type SeatMove } from "#app/domain/offers/seats.store.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import {
  nextStatus,
  type ApplicationAction,
  type ApplicationParty,
  type ApplicationStatus,
} from "./application.ts";
import { partyOf } from "./applications.policy.ts";
import {
  findApplication,
  lockApplications,
  setStatus,
  type ApplicationRow,
} from "./applications.store.server.ts";
import type { ApplicationEvent } from "./events.ts";

export type ChangeFailure = { code: "not_found" } | { code: "not_possible"; status: ApplicationStatus };

export interface AllowedChange {
  application: ApplicationRow;
  to: ApplicationStatus;
}

/**
 * Loads an application for one action of one actor, with the seats of its offer and its row locked in this order.
 * Someone who has no part in it learns nothing: it is "not found".
 */
export async function loadForAction(
  tx: Transaction,
  actor: Actor,
  applicationId: string,
  action: ApplicationAction,
): Promise<Result<AllowedChange, ChangeFailure>> {
  const found = await findApplication(tx, applicationId);
  const party = found && partyOf(actor, found);
  if (!found || !party || found.status === "draft") return err({ code: "not_found" });
  await lockSeats(tx, [found.offerId]);
  const [application] = await lockApplications(tx, [applicationId]);
  if (!application) return err({ code: "not_found" });
  const to = nextStatus(application.status, action, party);
  return to ? ok({ application, to }) : err({ code: "not_possible", status: application.status });
}

interface Ending {
  to: ApplicationStatus;
  event: ApplicationEvent;
  actorId: string | null;
  actorRole: ApplicationParty;
  reason?: string;
}

/** What an ending application gives back, by where it stood. */
const GIVEN_BACK: Partial<Record<ApplicationStatus, SeatMove>> = {
  accepted: "give_back_reserved",
  confirmed: "give_back_taken",
};

/**
 * Ends an application whose rows are locked: the seats it held, or its turn with a host that limits how many it answers
 * at once, are free again in the searches at once, and those concerned are told.
 */
export async function endApplication(
  tx: Transaction,
  application: ApplicationRow,
  ending: Ending,
  now: Date,
): Promise<{ eventId: string }> {
  await setStatus(tx, application.id, {
    status: ending.to,
    deadlineAt: null,
    updatedAt: now,
    weeks: "given_back",
  });
  const move = GIVEN_BACK[application.status];
  if (move) await moveSeats(tx, application.offerId, application.weeks, move, now);
  else await reprojectLimitedOffer(tx, application.offerId, now);
  const { event, ...change } = ending;
  const eventId = await recordEvent(tx, event, now);
  await recordChange(
    tx,
    { applicationId: application.id },
    { from: application.status, ...change, eventId },
    now,
  );
  return { eventId };
}
