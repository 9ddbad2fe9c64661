import type { EventHandlers } from "./event-handlers/event-handler.ts";
import { alertHandlers } from "./event-handlers/alerts.server.ts";
import { agreementHandlers } from "./event-handlers/agreements.server.ts";
import { applicationHandlers } from "./event-handlers/applications.server.ts";
import { offerHandlers } from "./event-handlers/offers.server.ts";
import { peopleHandlers } from "./event-handlers/people.server.ts";
import { placementHandlers } from "./event-handlers/placements.server.ts";

/** What is told to whom when something happens. An event type without its handler does not compile. */
export const eventHandlers: EventHandlers = {
  ...offerHandlers,
  ...applicationHandlers,
  ...placementHandlers,
  ...agreementHandlers,
  ...peopleHandlers,
  ...alertHandlers,
};
