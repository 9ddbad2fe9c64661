import type { AgreementEvent, PlacementEvent } from "#app/domain/agreements/events.ts";
import type { ApplicationEvent } from "#app/domain/applications/events.ts";
import type { GuardianEvent } from "#app/domain/guardians/events.ts";
import type { HelpEvent } from "#app/domain/help/events.ts";
import type { OfferEvent } from "#app/domain/offers/events.ts";
import type { AddressEvent, AlertEvent, NoticeEvent } from "./events.ts";

/** Everything that may be told to someone. */
export type DomainEvent =
  | OfferEvent
  | ApplicationEvent
  | AgreementEvent
  | PlacementEvent
  | GuardianEvent
  | HelpEvent
  | NoticeEvent
  | AddressEvent
  | AlertEvent;
export type DomainEventType = DomainEvent["type"];
export type EventOf<Type extends DomainEventType> = Extract<DomainEvent, { type: Type }>;
