import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { nextStatus, type ApplicationAction, type ApplicationStatus } from "./application.ts";
import { partyOf } from "./applications.policy.ts";
import { findApplication, lockApplications, type ApplicationRow } from "./applications.store.server.ts";
import { endApplications, type Ending } from "./end-applications.server.ts";

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

/** Ends one application whose rows are locked. */
export async function endApplication(
  tx: Transaction,
  application: ApplicationRow,
  ending: Ending,
  now: Date,
): Promise<{ eventId: string }> {
  const [eventId = ""] = await endApplications(tx, [{ ...ending, application }], now);
  return { eventId };
}
