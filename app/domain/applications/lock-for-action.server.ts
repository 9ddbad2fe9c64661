import { and, eq } from "drizzle-orm";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { guardians } from "#db/schema/index.ts";
import type { Actor } from "../accounts/actor.ts";
import { APPLICATION_TRANSITIONS, nextStatus, type ApplicationAction } from "./application.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { partyOf } from "./applications.policy.ts";
import {
  findApplication,
  lockApplications,
  lockPupil,
  type ApplicationRow,
} from "./applications.store.server.ts";

/** Who acts: someone signed in, or a legal representative whose link the caller has checked. */
type Acting = Actor | { guardianId: string };

/** What is locked with the application, found under the pupil's lock. */
interface Alongside {
  offerIds?: readonly string[];
  applications?: readonly ApplicationRow[];
}

export interface LockedApplication {
  application: ApplicationRow;
  /** The applications asked for with it, as they are under the locks. */
  alongside: ApplicationRow[];
}

/** Those that look at other applications of the pupil: one at a time for each pupil. */
const ONE_A_PUPIL: readonly ApplicationAction[] = [
  "confirm",
  "restore",
  "cancel",
  "transfer",
  "take_back_decline",
  "take_back_objection",
];

/**
 * Finds an application for an action and locks what the action changes, always in the same order: pupil, seats of the offers,
 * applications. Someone who may not do this learns nothing: it is "not found".
 */
export async function lockForAction(
  tx: Transaction,
  acting: Acting,
  applicationId: string,
  action: ApplicationAction,
  alongside: (found: ApplicationRow) => Promise<Alongside> | Alongside = () => ({}),
): Promise<Result<LockedApplication, ChangeFailure>> {
  const found = await findApplication(tx, applicationId);
  if (!found || found.status === "draft" || !(await mayDo(tx, acting, found, action)))
    return err({ code: "not_found" });
  if (ONE_A_PUPIL.includes(action)) await lockPupil(tx, found.pupilId);
  const { offerIds = [], applications = [] } = await alongside(found);
  const locked = await lockWithSeats(tx, [found, ...applications], offerIds);
  const application = locked.find(({ id }) => id === applicationId);
  if (!application) return err({ code: "not_found" });
  return nextStatus(application.status, action, APPLICATION_TRANSITIONS[action].by)
    ? ok({ application, alongside: locked.filter(({ id }) => id !== applicationId) })
    : err({ code: "not_possible", status: application.status });
}

/** Locks applications after the seats of their offers, and those of other offers. */
export async function lockWithSeats(
  tx: Transaction,
  applications: readonly { id: string; offerId: string }[],
  offerIds: readonly string[] = [],
): Promise<ApplicationRow[]> {
  await lockSeats(tx, [...new Set([...applications.map(({ offerId }) => offerId), ...offerIds])]);
  return lockApplications(
    tx,
    applications.map(({ id }) => id),
  );
}

async function mayDo(
  tx: Queryable,
  acting: Acting,
  application: ApplicationRow,
  action: ApplicationAction,
): Promise<boolean> {
  const { by } = APPLICATION_TRANSITIONS[action];
  if ("guardianId" in acting)
    return by === "guardian" && (await isGuardianOf(tx, acting.guardianId, application.pupilId));
  return partyOf(acting, application) === by;
}

async function isGuardianOf(tx: Queryable, guardianId: string, pupilId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: guardians.id })
    .from(guardians)
    .where(and(eq(guardians.id, guardianId), eq(guardians.pupilId, pupilId)));
  return rows.length > 0;
}
