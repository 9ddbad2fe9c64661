import { hasKey } from "#app/kernel/has-key.ts";
import type { z } from "zod";
import * as accounts from "#app/domain/accounts/events.ts";
import * as agreements from "#app/domain/agreements/events.ts";
import * as placements from "#app/domain/agreements/placement-events.ts";
import * as applications from "#app/domain/applications/events.ts";
import * as presence from "#app/domain/follow-up/presence/events.ts";
import * as reminders from "#app/domain/follow-up/reminders/events.ts";
import * as referents from "#app/domain/follow-up/referents/events.ts";
import * as supervisor from "#app/domain/follow-up/supervisor/events.ts";
import * as found from "#app/domain/found/events.ts";
import * as guardians from "#app/domain/guardians/events.ts";
import * as hosts from "#app/domain/hosts/events.ts";
import * as help from "#app/domain/help/events.ts";
import * as offers from "#app/domain/offers/events.ts";
import * as schools from "#app/domain/schools/events.ts";
import {
  readPayload,
  UnreadableEvent,
  type Condition,
  type EventDefinition,
  type RecordedEvent,
} from "#app/domain/outbox/define-event.ts";
import * as personalData from "#app/domain/personal-data/events.ts";
import * as notifications from "#app/domain/notifications/events.ts";

/** Every event that may be recorded: each definition of these modules, and none from elsewhere. */
const MODULES = {
  ...offers,
  ...applications,
  ...placements,
  ...agreements,
  ...presence,
  ...supervisor,
  ...referents,
  ...reminders,
  ...found,
  ...guardians,
  ...help,
  ...accounts,
  ...hosts,
  ...schools,
  ...personalData,
  ...notifications,
};
type AnyDefinition = (typeof MODULES)[keyof typeof MODULES];

/** What each type of event carries. */
export type Payloads = {
  [Definition in AnyDefinition as Definition["type"]]: z.infer<Definition["payload"]>;
};
export type EventType = keyof Payloads;

type Definitions = { [Type in EventType]: EventDefinition<Type, Payloads[Type]> };
const DEFINITIONS = Object.fromEntries(
  Object.values(MODULES).map((definition) => [definition.type, definition]),
) as unknown as Definitions;

export const EVENT_TYPES = Object.keys(DEFINITIONS) as EventType[];

export function isEventType(value: string | null): value is EventType {
  return value !== null && hasKey(DEFINITIONS, value);
}

export function definitionOf<Type extends EventType>(type: Type): Definitions[Type] {
  return DEFINITIONS[type];
}

/** The conditions under which a deferred message of a recorded event is still sent; none of an event that cannot be read. */
export function conditionsOf(event: RecordedEvent): readonly Condition[] {
  const { type } = event;
  try {
    return isEventType(type) ? conditionsFor(type, event) : [];
  } catch (error) {
    if (error instanceof UnreadableEvent) return [];
    throw error;
  }
}

function conditionsFor<Type extends EventType>(type: Type, event: RecordedEvent): readonly Condition[] {
  const definition = definitionOf(type);
  return definition.worthTelling(readPayload(definition, event));
}
