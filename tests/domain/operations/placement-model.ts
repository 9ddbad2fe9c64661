import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import { endOfDayAfter } from "#app/kernel/deadline.ts";

/** A model of applications and seats so simple that it can be read at a glance: the service must do the same. */

export type Week = 1 | 2;
export type Choice = "both" | Week;

export interface ModelOffer {
  published: boolean;
  capacity: Record<Week, number>;
  /** Applications to answer beyond which it is "complet pour l'instant". */
  cap: number | null;
}

export interface ModelApplication {
  pupil: number;
  offer: number;
  weeks: readonly Week[];
  status: ApplicationStatus;
  deadlineAt: number | null;
  restorable: boolean;
}

export interface Model {
  now: number;
  offers: readonly ModelOffer[];
  /** By the name that the test gives each. */
  applications: ReadonlyMap<string, ModelApplication>;
}

export type Command =
  | { do: "submit"; name: string; pupil: number; offer: number; choice: Choice }
  | {
      do: "see" | "accept" | "decline" | "confirm" | "withdraw" | "object" | "cancel" | "restore";
      name: string;
    }
  | { do: "transfer"; name: string; offer: number; newName: string }
  | { do: "pause" | "resume"; offer: number }
  | { do: "limit"; offer: number; cap: number | null };

export interface Step {
  model: Model;
  /** "ok", or the code of the refusal. */
  outcome: string;
}

const MAX_LIVE = 10;
const LIVE: readonly ApplicationStatus[] = ["submitted", "seen", "accepted"];
const WAITING: readonly ApplicationStatus[] = ["submitted", "seen"];

/** What one command makes of the model, alone. */
export function step(model: Model, command: Command): Step {
  switch (command.do) {
    case "submit":
      return submit(model, command);
    case "transfer":
      return transfer(model, command);
    case "pause":
    case "resume":
      return changeOffer(model, command);
    case "limit":
      return ok(withOffer(model, command.offer, { cap: command.cap }));
    case "restore":
      return restore(model, command.name);
    default:
      return change(model, command.do, command.name);
  }
}

/** The end of the day, whole days later. */
function dayEnd(model: Model, days: number): number {
  return endOfDayAfter(new Date(model.now), days).getTime();
}

/** What the deadlines end, all at once. */
export function sweep(model: Model): { model: Model; ended: number } {
  let swept = model;
  let ended = 0;
  for (const [name, { status, deadlineAt }] of model.applications) {
    if (deadlineAt === null || deadlineAt > model.now) continue;
    swept = end(swept, name, status === "accepted" ? "lapsed" : "expired");
    ended += 1;
  }
  return { model: swept, ended };
}

type Simple = "see" | "accept" | "decline" | "confirm" | "withdraw" | "object" | "cancel";

/** The states that each of these actions starts from. */
export const FROM: Record<Simple, readonly ApplicationStatus[]> = {
  see: ["submitted"],
  accept: WAITING,
  decline: WAITING,
  confirm: ["accepted"],
  withdraw: LIVE,
  object: LIVE,
  cancel: ["accepted", "confirmed"],
};

function change(model: Model, action: Simple, name: string): Step {
  const application = known(model, name);
  // Looking again is no error.
  if (action === "see" && !FROM.see.includes(application.status)) return ok(model);
  if (!FROM[action].includes(application.status)) return { model, outcome: "not_possible" };
  switch (action) {
    case "see":
      return ok(withApplication(model, name, { status: "seen" }));
    case "accept":
      return accept(model, name);
    case "confirm":
      return ok(confirm(model, name));
    case "decline":
      return ok(end(model, name, "declined"));
    case "cancel":
      return ok(end(model, name, "cancelled"));
    case "withdraw":
      return ok(end(model, name, "withdrawn"));
    case "object":
      return ok(withApplication(end(model, name, "withdrawn"), name, { restorable: false }));
  }
}

function accept(model: Model, name: string): Step {
  const { offer, weeks } = known(model, name);
  if (weeks.some((week) => freeSeats(model, offer, week) === 0)) return { model, outcome: "no_seat_left" };
  return ok(withApplication(model, name, { status: "accepted", deadlineAt: dayEnd(model, 5) }));
}

/** The pupil's other live applications for any of these weeks are released. */
function confirm(model: Model, name: string): Model {
  const placed = known(model, name);
  let next = withApplication(model, name, { status: "confirmed", deadlineAt: null });
  for (const [other, { pupil, status, weeks }] of model.applications)
    if (
      other !== name &&
      pupil === placed.pupil &&
      LIVE.includes(status) &&
      weeks.some((week) => placed.weeks.includes(week))
    )
      next = end(next, other, "released");
  return next;
}

function submit(model: Model, command: Extract<Command, { do: "submit" }>): Step {
  const { name, pupil, offer, choice } = command;
  const weeks: readonly Week[] = choice === "both" ? [1, 2] : [choice];
  const refusal = obstacle(model, { pupil, offer, weeks });
  if (refusal) return { model, outcome: refusal };
  const application = {
    pupil,
    offer,
    weeks,
    status: "submitted" as const,
    restorable: true,
    deadlineAt: dayEnd(model, 10),
  };
  return ok({ ...model, applications: new Map([...model.applications, [name, application]]) });
}

function restore(model: Model, name: string): Step {
  const { status, restorable, ...application } = known(model, name);
  if (status !== "withdrawn") return { model, outcome: "not_possible" };
  if (!restorable) return { model, outcome: "not_restorable" };
  const refusal = obstacle(model, application);
  if (refusal) return { model, outcome: refusal };
  const deadlineAt = dayEnd(model, 10);
  return ok(withApplication(model, name, { status: "submitted", deadlineAt, restorable: false }));
}

function transfer(model: Model, { name, offer, newName }: Extract<Command, { do: "transfer" }>): Step {
  const { status, pupil, weeks, offer: from } = known(model, name);
  if (!WAITING.includes(status)) return { model, outcome: "not_possible" };
  if (from === offer) return { model, outcome: "same_offer" };
  const target = model.offers[offer];
  const moved = end(model, name, "transferred");
  if (holdsApplication(moved, pupil, offer)) return { model, outcome: "already_applied" };
  if (!target?.published) return { model, outcome: "offer_closed" };
  if (isFull(moved, offer)) return { model, outcome: "full_for_now" };
  if (weeks.some((week) => freeSeats(moved, offer, week) === 0)) return { model, outcome: "weeks_not_open" };
  const application = {
    pupil,
    offer,
    weeks,
    status: "submitted" as const,
    restorable: true,
    deadlineAt: dayEnd(model, 10),
  };
  return ok({ ...moved, applications: new Map([...moved.applications, [newName, application]]) });
}

function changeOffer(model: Model, command: { do: "pause" | "resume"; offer: number }): Step {
  const published = command.do === "resume";
  if (model.offers[command.offer]?.published === published) return { model, outcome: "not_possible" };
  return ok(withOffer(model, command.offer, { published }));
}

/** Why this pupil cannot ask for these weeks of this offer, or null. */
function obstacle(
  model: Model,
  { pupil, offer, weeks }: Pick<ModelApplication, "pupil" | "offer" | "weeks">,
): string | null {
  if (!model.offers[offer]?.published) return "offer_closed";
  if (isFull(model, offer)) return "full_for_now";
  if (weeks.some((week) => freeSeats(model, offer, week) === 0)) return "weeks_not_open";
  const mine = [...model.applications.values()].filter((application) => application.pupil === pupil);
  const placed = mine.filter(({ status }) => status === "confirmed").flatMap((place) => place.weeks);
  if (weeks.some((week) => placed.includes(week))) return "week_already_taken";
  if (mine.filter(({ status }) => LIVE.includes(status)).length >= MAX_LIVE) return "quota_reached";
  return holdsApplication(model, pupil, offer) ? "already_applied" : null;
}

function holdsApplication(model: Model, pupil: number, offer: number): boolean {
  return [...model.applications.values()].some(
    (application) =>
      application.pupil === pupil &&
      application.offer === offer &&
      [...LIVE, "confirmed"].includes(application.status),
  );
}

function isFull(model: Model, offer: number): boolean {
  const cap = model.offers[offer]?.cap ?? null;
  const waiting = [...model.applications.values()].filter(
    (application) => application.offer === offer && WAITING.includes(application.status),
  );
  return cap !== null && waiting.length >= cap;
}

/** Seats that no acceptance keeps and no place takes. */
export function freeSeats(model: Model, offer: number, week: Week): number {
  const held = [...model.applications.values()].filter(
    (application) =>
      application.offer === offer &&
      ["accepted", "confirmed"].includes(application.status) &&
      application.weeks.includes(week),
  );
  return (model.offers[offer]?.capacity[week] ?? 0) - held.length;
}

function end(model: Model, name: string, status: ApplicationStatus): Model {
  return withApplication(model, name, { status, deadlineAt: null });
}

function known(model: Model, name: string): ModelApplication {
  const application = model.applications.get(name);
  if (!application) throw new Error(`The model knows no application ${name}`);
  return application;
}

function withApplication(model: Model, name: string, change: Partial<ModelApplication>): Model {
  const applications = new Map(model.applications);
  applications.set(name, { ...known(model, name), ...change });
  return { ...model, applications };
}

function withOffer(model: Model, offer: number, change: Partial<ModelOffer>): Model {
  return {
    ...model,
    offers: model.offers.map((known, index) => (index === offer ? { ...known, ...change } : known)),
  };
}

function ok(model: Model): Step {
  return { model, outcome: "ok" };
}
