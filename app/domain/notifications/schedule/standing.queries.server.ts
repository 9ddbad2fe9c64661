import { inArray, sql } from "drizzle-orm";
import type { Condition } from "#app/domain/outbox/define-event.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { localDate } from "#app/kernel/local-time.ts";
import type { TimeZone } from "#app/kernel/time-zones.ts";
import type { Transaction } from "#db/client.ts";
import { applications, offerSearch } from "#db/schema/index.ts";
import { announcedOffers } from "#app/domain/notifications/compose/alert-facts.queries.server.ts";

type Alert = Extract<Condition, { kind: "alert" }>;
const alertKey = ({ personId, announcedAt }: Omit<Alert, "kind">) => `${personId} ${announcedAt}`;

/** How things stand with what some conditions are about. */
export interface Standing {
  /** True when all of them hold now, for a recipient who lives there. */
  holds(conditions: readonly Condition[], timeZone: TimeZone): boolean;
  /** Some of the offers that the alert announced cannot be asked for any more. */
  hasLost(alert: Alert): boolean;
}

/** Reads it once for all the messages of a batch. */
export async function readStanding(
  tx: Transaction,
  conditions: readonly Condition[],
  now: Date,
): Promise<Standing> {
  const statuses = await statusesOf(
    tx,
    idsOf(conditions, "application", (one) => one.applicationId),
  );
  const open = await openAmong(
    tx,
    idsOf(conditions, "offer", (one) => one.offerId),
  );
  const alerts = await countOffers(
    tx,
    conditions.filter((one) => one.kind === "alert"),
    now,
  );
  const isMet = (condition: Condition, timeZone: TimeZone): boolean => {
    switch (condition.kind) {
      case "application":
        return condition.statuses.some((status) => status === statuses.get(condition.applicationId));
      case "day":
        return localDate(now, timeZone) <= condition.onDay;
      case "offer":
        return open.has(condition.offerId);
      case "alert":
        return (alerts.get(alertKey(condition))?.open ?? 0) > 0;
    }
  };
  return {
    holds: (all, timeZone) => all.every((condition) => isMet(condition, timeZone)),
    hasLost(alert) {
      const offers = alerts.get(alertKey(alert));
      return offers !== undefined && offers.open < offers.announced;
    },
  };
}

function idsOf<Kind extends Condition["kind"]>(
  conditions: readonly Condition[],
  kind: Kind,
  idOf: (condition: Extract<Condition, { kind: Kind }>) => string,
): string[] {
  const isOfKind = (one: Condition): one is Extract<Condition, { kind: Kind }> => one.kind === kind;
  return [...new Set(conditions.filter(isOfKind).map(idOf))];
}

async function statusesOf(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tx
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(inArray(applications.id, [...ids]));
  return new Map(rows.map(({ id, status }) => [id, status]));
}

async function openAmong(tx: Transaction, offerIds: readonly string[]): Promise<Set<string>> {
  if (offerIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: offerSearch.offerId })
    .from(offerSearch)
    .where(inArray(offerSearch.offerId, [...offerIds]));
  return new Set(rows.map(({ id }) => id));
}

interface OfferCount extends Record<string, unknown> {
  personId: string;
  announcedAt: string;
  announced: number;
  open: number;
}

/** Of each alert, how many offers it announced, and how many of these can still be asked for by its reader. */
async function countOffers(
  tx: Transaction,
  alerts: readonly Alert[],
  now: Date,
): Promise<Map<string, OfferCount>> {
  if (alerts.length === 0) return new Map();
  const given = alerts.map(({ personId, announcedAt }) => ({
    person_id: personId,
    announced_at: announcedAt,
  }));
  const [person, at] = [sql`alert.person_id`, sql`alert.announced_at::timestamptz`];
  const rows = await tx.execute<OfferCount>(sql`
    select alert.person_id as "personId", alert.announced_at as "announcedAt",
      (select count(distinct m.offer_id)::int from saved_search_matches m join saved_searches s on s.id = m.saved_search_id
        where s.person_id = ${person} and m.announced_at = ${at}) as announced,
      (select count(distinct offer_id)::int from (${announcedOffers(person, at, parisDate(now))}) still) as open
    from json_to_recordset(${JSON.stringify(given)}::json) as alert(person_id uuid, announced_at text)`);
  return new Map(rows.map((row) => [alertKey(row), row]));
}
