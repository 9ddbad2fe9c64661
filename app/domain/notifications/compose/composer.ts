import type { EventType, Payloads } from "./event-registry.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { Queryable } from "#db/client.ts";
import type { Composition } from "./message-draft.server.ts";

/** What composing messages needs. */
export interface Composer {
  db: Queryable;
  now: Date;
  /** The day it is in mainland France. */
  today: CalendarDate;
  links: LinkSigner;
  /** A path of ours as a full address. */
  url: (path: string) => string;
}

export type EventHandlers = {
  [Type in EventType]: (composer: Composer, payload: Payloads[Type]) => Promise<Composition>;
};

/** The handlers of the events whose type begins so: one that is left out does not compile. */
export type HandlersOf<Subject extends string> = Pick<
  EventHandlers,
  Extract<EventType, `${Subject}.${string}`>
>;
