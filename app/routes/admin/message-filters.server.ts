import type { MessageLogFilters } from "#app/domain/notifications/admin/message-log.queries.server.ts";
import { isMessageStatus } from "#app/domain/notifications/message-states.ts";
import { isEventType, type EventType } from "#app/domain/notifications/compose/event-registry.ts";
import { isId } from "#app/kernel/ids.ts";
import type { FilterValues } from "#app/ui/admin/message-filters.tsx";
import { daysAskedFor } from "./days-asked-for.server.ts";

export function eventTypeOf(value: string | null): EventType | null {
  return isEventType(value) ? value : null;
}

/** What the address asks for; a value that means nothing is dropped. */
export function filterValues(query: URLSearchParams): FilterValues {
  const etat = query.get("etat");
  const { du, au } = daysAskedFor(query);
  const [modele, comme] = [query.get("modele") ?? "", query.get("comme") ?? ""];
  return {
    etat: isMessageStatus(etat) ? etat : undefined,
    evenement: eventTypeOf(query.get("evenement")) ?? undefined,
    modele: /^[a-z][a-z0-9-]{0,63}$/.test(modele) ? modele : undefined,
    du,
    au,
    comme: isId(comme) ? comme : undefined,
  };
}

export function filtersOf(query: URLSearchParams): MessageLogFilters {
  const { etat, evenement, modele, comme } = filterValues(query);
  const { from, before } = daysAskedFor(query);
  return {
    status: etat ?? null,
    template: modele ?? null,
    eventType: eventTypeOf(evenement ?? null),
    from,
    before,
    sameRecipientAs: comme ?? null,
  };
}
