import { recordChange } from "#app/domain/history/record-change.server.ts";
import { lockSeats, moveSeats } from "#app/domain/offers/seats.store.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import { nextStatus, type ApplicationAction, type ApplicationStatus } from "./application.ts";
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
  actorRole: "pupil" | "host" | "system";
  reason?: string;
}

/** Ends an application whose rows are locked: the seats it held are free at once, and those concerned are told. */
export async function endApplication(
  tx: Transaction,
  application: ApplicationRow,
  ending: Ending,
  now: Date,
): Promise<void> {
  if (application.status === "accepted")
    await moveSeats(tx, application.offerId, application.weeks, "give_back_reserved", now);
  await setStatus(tx, application.id, {
    status: ending.to,
    deadlineAt: null,
    updatedAt: now,
    weeks: "given_back",
  });
  const { event, ...change } = ending;
  const eventId = await recordEvent(tx, event, now);
  await recordChange(
    tx,
    { applicationId: application.id },
    { from: application.status, ...change, eventId },
    now,
  );
}
