import { sql } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { recordChanges } from "#app/domain/history/record-change.server.ts";
import { reprojectLimitedOffers } from "#app/domain/offers/offers.store.server.ts";
import { moveManySeats, type SeatMove } from "#app/domain/offers/seats.store.server.ts";
import { priorityOf, recordEvents, type NewEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Transaction } from "#db/client.ts";
import { applications, applicationWeeks } from "#db/schema/index.ts";
import {
  APPLICATION_TRANSITIONS,
  awaitsHost,
  isLive,
  nextStatus,
  weekStateOf,
  type ApplicationAction,
  type ApplicationParty,
  type WeekState,
} from "./application.ts";
import type { ApplicationRow } from "./applications.store.server.ts";

/** An action on an application whose rows are locked. */
export interface Transition {
  application: ApplicationRow;
  action: ApplicationAction;
  event: NewEvent;
  /** Null when the service itself acts, or someone without account. */
  actorId: string | null;
  reason?: string | undefined;
  /** Until when the next word is awaited; when absent it stays as it was, and an application that has ended has none. */
  deadlineAt?: Date;
}

/** What becomes of a seat when a week passes from one state to another. */
const SEAT_MOVES: Record<WeekState, Partial<Record<WeekState, SeatMove>>> = {
  asked: { reserved: "reserve" },
  reserved: { taken: "take", given_back: "give_back_reserved" },
  taken: { given_back: "give_back_taken" },
  given_back: { reserved: "reserve" },
};

/**
 * The one place where an application changes its status: weeks, seats, search row, event and history follow in the same
 * transaction. Gives the event.
 */
export async function applyTransition(
  tx: Transaction,
  transition: Transition,
  now: Date,
): Promise<{ eventId: string }> {
  const [eventId = ""] = await applyAll(tx, [transition], now, priorityOf(transition.event));
  return { eventId };
}

/** The same for many applications in the same few requests, whatever their number. */
export async function applyTransitions(
  tx: Transaction,
  transitions: readonly Transition[],
  now: Date,
): Promise<void> {
  if (transitions.length > 0) await applyAll(tx, transitions, now, 0);
}

async function applyAll(
  tx: Transaction,
  transitions: readonly Transition[],
  now: Date,
  priority: number,
): Promise<string[]> {
  const steps = transitions.map(stepOf);
  await writeStatuses(tx, steps, now);
  await writeWeeks(tx, steps);
  await moveSeats(tx, steps, now);
  const events = transitions.map(({ event }) => event);
  const eventIds = await recordEvents(tx, events, now, { priority });
  await recordChanges(
    tx,
    steps.map(({ application: { id, status }, by, to, actorId, reason }, index) => ({
      applicationId: id,
      from: status,
      to,
      actorId,
      actorRole: by,
      reason: reason ?? null,
      eventId: eventIds[index] ?? "",
    })),
    now,
  );
  return eventIds;
}

type Step = ReturnType<typeof stepOf>;

function stepOf(transition: Transition) {
  const { application, action, deadlineAt } = transition;
  const { by } = APPLICATION_TRANSITIONS[action];
  const to = nextStatus(application.status, action, by);
  const [before, after] = [weekStateOf(application.status), to && weekStateOf(to)];
  if (!to || !before || !after) throw new Error(`No "${action}" for what is ${application.status}`);
  return {
    ...transition,
    by,
    to,
    before,
    after,
    deadlineAt: isLive(to) ? (deadlineAt ?? application.deadlineAt) : null,
  };
}

async function writeStatuses(tx: Transaction, steps: readonly Step[], now: Date): Promise<void> {
  const rows = steps.map(({ application: { id }, to, deadlineAt }) => ({ id, status: to, deadlineAt }));
  await tx.execute(sql`
    update applications a set status = s.status, deadline_at = s."deadlineAt", updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as s(id uuid, status application_status, "deadlineAt" timestamptz)
    where a.id = s.id`);
}

async function writeWeeks(tx: Transaction, steps: readonly Step[]): Promise<void> {
  const rows = steps
    .filter(({ before, after }) => before !== after)
    .map(({ application: { id }, after }) => ({ id, state: after }));
  if (rows.length === 0) return;
  await tx.execute(sql`
    update application_weeks w set state = s.state
    from json_to_recordset(${JSON.stringify(rows)}::json) as s(id uuid, state application_week_state)
    where w.application_id = s.id`);
}

/**
 * Seats that move keep the search true by themselves. Where none does, an offer whose host limits how many applications it
 * answers at once may open or close.
 */
async function moveSeats(tx: Transaction, steps: readonly Step[], now: Date): Promise<void> {
  const moves = steps.flatMap(({ application: { offerId, weeks }, before, after }) => {
    const move = SEAT_MOVES[before][after];
    return move ? [{ offerId, weeks, move }] : [];
  });
  await moveManySeats(tx, moves, now);
  const moved = new Set(moves.map(({ offerId }) => offerId));
  const turned = steps
    .filter(({ application, to }) => awaitsHost(application.status) !== awaitsHost(to))
    .map(({ application }) => application.offerId);
  await reprojectLimitedOffers(
    tx,
    [...new Set(turned)].filter((offerId) => !moved.has(offerId)),
    now,
  );
}

interface NewApplication {
  id: string;
  campaignId: string;
  offerId: string;
  pupilId: string;
  motivation: string;
  weeks: readonly WeekNumber[];
  deadlineAt: Date;
  /** The application that a host passed on. */
  transferredFrom?: string;
}

/** An application sent: it waits for the host's answer, with the weeks that it asks for, its search row and its history. */
export async function insertSubmitted(
  tx: Transaction,
  { weeks, ...application }: NewApplication,
  by: { actorId: string; actorRole: ApplicationParty; from: "draft" | null; eventId: string },
  now: Date,
): Promise<void> {
  const { id: applicationId, campaignId, offerId, pupilId } = application;
  const times = { createdAt: now, updatedAt: now, submittedAt: now };
  await tx.insert(applications).values({ ...application, status: "submitted", ...times });
  const row = { applicationId, offerId, pupilId, campaignId, state: "asked" as const };
  await tx.insert(applicationWeeks).values(weeks.map((week) => ({ ...row, week })));
  await reprojectLimitedOffers(tx, [offerId], now);
  await recordChanges(tx, [{ applicationId, to: "submitted", ...by }], now);
}
