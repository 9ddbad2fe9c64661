import type { z } from "zod";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { applications } from "#db/schema/index.ts";
import type { Urgency } from "./urgency.ts";

type ApplicationStatus = (typeof applications.$inferSelect)["status"];

/** What must hold for a deferred message to be worth sending when its hour comes. */
export type Condition =
  | { kind: "application"; applicationId: string; statuses: readonly ApplicationStatus[] }
  /** It is still this day, or before it, where the recipient lives. */
  | { kind: "day"; onDay: CalendarDate }
  /** The offer can be asked for. */
  | { kind: "offer"; offerId: string }
  /** The pupil can still ask for one at least of the offers announced at this instant. */
  | { kind: "alert"; personId: string; announcedAt: string };

export interface EventDefinition<Type extends string = string, Payload = never> {
  readonly type: Type;
  /** Of the payload: a greater one is written when its shape changes. */
  readonly version: number;
  readonly payload: z.ZodType<Payload>;
  readonly urgency: Urgency;
  readonly worthTelling: (payload: Payload) => readonly Condition[];
  readonly upgrade?: (payload: unknown, version: number) => unknown;
}

interface Definition<Payload> {
  /** Identifiers and dates only: no personal data travels in events. */
  payload: z.ZodType<Payload>;
  urgency: Urgency;
  /** The conditions under which a deferred message of this event is still sent. */
  worthTelling: (payload: Payload) => readonly Condition[];
}

type Versioned =
  | { version: 1 }
  /** Gives the payload of today from one that an older version of the service left in the queue. */
  | { version: number; upgrade: (payload: unknown, version: number) => unknown };

/** One definition an event: what it carries, when its messages leave, until when they are worth sending. */
export function defineEvent<const Type extends `${string}.${string}`, Payload>(
  type: Type,
  definition: Definition<Payload> & Versioned,
): EventDefinition<Type, Payload> {
  return { type, ...definition };
}

/** For what stays true whatever happens next. */
export const always = (): readonly Condition[] => [];

export function applicationIs(applicationId: string, ...statuses: ApplicationStatus[]): Condition {
  return { kind: "application", applicationId, statuses };
}

/** Written by a newer service, or by none: the worker that knows it takes the next attempt. */
export class UnreadableEvent extends Error {
  override name = "UnreadableEvent";
}

/** An event as the outbox holds it. */
export interface RecordedEvent {
  type: string;
  version: number;
  payload: unknown;
}

/** The payload of a recorded event as its definition has it today, whatever the version that wrote it. */
export function readPayload<Payload>(
  definition: EventDefinition<string, Payload>,
  recorded: Omit<RecordedEvent, "type">,
): Payload {
  const { type, version, upgrade } = definition;
  const isOlder = recorded.version < version;
  if (recorded.version > version || (isOlder && !upgrade))
    throw new UnreadableEvent(`version ${recorded.version} of "${type}" cannot be read`);
  const payload = isOlder && upgrade ? upgrade(recorded.payload, recorded.version) : recorded.payload;
  const parsed = definition.payload.safeParse(payload);
  if (!parsed.success) throw new UnreadableEvent(`the payload of a "${type}" is not that of its definition`);
  return parsed.data;
}
