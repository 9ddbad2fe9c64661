import type { MessageLogFilters } from "#app/domain/notifications/admin/message-log.queries.server.ts";
import { isMessageStatus } from "#app/domain/notifications/message-states.ts";
import { isEventType, type EventType } from "#app/domain/notifications/compose/event-registry.ts";
import { addDays, isCalendarDate } from "#app/kernel/calendar-date.ts";
import { isId } from "#app/kernel/ids.ts";
import { localInstant } from "#app/kernel/local-time.ts";
import type { FilterValues } from "#app/ui/admin/message-filters.tsx";

export function eventTypeOf(value: string | null): EventType | null {
  return isEventType(value) ? value : null;
}

/** A day of this century: the log holds no other. */
function isDay(value: string): boolean {
  return value.startsWith("20") && isCalendarDate(value);
}

/** What the address asks for; a value that means nothing is dropped. */
export function filterValues(query: URLSearchParams): FilterValues {
  const [etat, du, au] = [query.get("etat"), query.get("du") ?? "", query.get("au") ?? ""];
  const [modele, comme] = [query.get("modele") ?? "", query.get("comme") ?? ""];
  return {
    etat: isMessageStatus(etat) ? etat : undefined,
    evenement: eventTypeOf(query.get("evenement")) ?? undefined,
    modele: /^[a-z][a-z0-9-]{0,63}$/.test(modele) ? modele : undefined,
    du: isDay(du) ? du : undefined,
    au: isDay(au) ? au : undefined,
    comme: isId(comme) ? comme : undefined,
  };
}

export function filtersOf({ etat, evenement, modele, du, au, comme }: FilterValues): MessageLogFilters {
  return {
    status: etat ?? null,
    template: modele ?? null,
    eventType: eventTypeOf(evenement ?? null),
    from: du ? localInstant(du, 0, "Europe/Paris") : null,
    before: au ? localInstant(addDays(au, 1), 0, "Europe/Paris") : null,
    sameRecipientAs: comme ?? null,
  };
}
