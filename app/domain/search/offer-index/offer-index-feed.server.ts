import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { listenTo } from "#db/listener.ts";
import { OfferIndex, type IndexRow } from "./offer-index.ts";

/** The indexes that a process holds, one a campaign. */
export interface LiveIndex {
  /** Null until the index is loaded, and in a process without one: the search table is asked instead. */
  of(campaignId: string): OfferIndex | null;
  close(): Promise<void>;
}

export const NO_INDEX: LiveIndex = { of: () => null, close: () => Promise.resolve() };

/** The trigger of the search table tells the id of each offer that came, went or changed; "all" when it was emptied. */
const CHANNEL = "offer_search";
const ALL = "all";
const READ_AT_ONCE = 500;
const RETRY_MS = 2000;
/** An index in which this many slots were left, and more than a quarter of all, is made again. */
const MANY_LEFT = 10_000;

interface Options {
  url: string;
  onError(error: unknown): void;
}

/** Loads the search table in the background and follows it: what is told while loading is read once loaded. */
export function openLiveIndex({ url, onError }: Options): LiveIndex {
  // A connection of its own: a load never holds those that serve pages.
  const reader = postgres(url, { max: 1, onnotice: () => undefined });
  const told = new Set<string>();
  let indexes: Map<string, OfferIndex> | null = null;
  let mustLoad = false;
  let working = false;
  let closed = false;

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    while (!closed && (mustLoad || (indexes && told.size > 0))) {
      try {
        if (mustLoad || !indexes) {
          mustLoad = false;
          told.clear();
          indexes = await load(reader);
        } else {
          const ids = [...told].slice(0, READ_AT_ONCE);
          for (const id of ids) told.delete(id);
          await follow(reader, indexes, ids);
          mustLoad ||= [...indexes.values()].some(isWorn);
        }
      } catch (error) {
        if (closed) break;
        onError(error);
        indexes = null;
        mustLoad = true;
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
    working = false;
  }

  const listener = listenTo(url, CHANNEL, {
    onConnect: () => {
      mustLoad = true;
      void work();
    },
    onMessage: (payload) => {
      if (payload === ALL) mustLoad = true;
      else told.add(payload);
      void work();
    },
  });
  return {
    of: (campaignId) => indexes?.get(campaignId) ?? null,
    close: async () => {
      closed = true;
      await listener.close();
      await reader.end({ timeout: 1 });
    },
  };
}

function isWorn(index: OfferIndex): boolean {
  return index.leftSlots > MANY_LEFT && index.leftSlots > index.slots.count / 4;
}

interface Row extends IndexRow {
  campaignId: string;
}

const COLUMNS = `offer_id as id, campaign_id as "campaignId", latitude, longitude, department_code as "departmentCode", sector_code as "sectorCode",
  (select label from sectors c where c.code = sector_code) as "sectorLabel", family_slug as "familySlug", challenges, free_week_1 > 0 as "freeWeek1", free_week_2 > 0 as "freeWeek2",
  accepts_both_weeks as "acceptsBothWeeks", accepts_single_week as "acceptsSingleWeek", reserved_to as "reservedTo",
  reserved_schools as "reservedSchools", (extract(epoch from published_at) * 1000000)::float8 as "publishedAt", quality,
  words::text as words`;

/** In the order of the grid: neighbours on the map are neighbours in memory. */
async function load(reader: postgres.Sql): Promise<Map<string, OfferIndex>> {
  const indexes = new Map<string, OfferIndex>();
  const rows = reader.unsafe<Row[]>(
    `select ${COLUMNS} from offer_search order by campaign_id, band, longitude`,
  );
  for await (const some of rows.cursor(READ_AT_ONCE)) for (const row of some) put(indexes, row);
  for (const index of indexes.values()) index.trim();
  return indexes;
}

/** The rows as they are now; an offer without a row is open to nobody. */
async function follow(
  reader: postgres.Sql,
  indexes: Map<string, OfferIndex>,
  ids: readonly string[],
): Promise<void> {
  const rows = await reader.unsafe<Row[]>(
    `select ${COLUMNS} from offer_search where offer_id = any($1::uuid[])`,
    [`{${ids.join(",")}}`],
    { prepare: true },
  );
  const open = new Set<string>();
  for (const row of rows) {
    open.add(row.id);
    put(indexes, row);
  }
  for (const id of ids) if (!open.has(id)) for (const index of indexes.values()) index.close(id);
}

function put(indexes: Map<string, OfferIndex>, row: Row): void {
  let index = indexes.get(row.campaignId);
  if (!index) indexes.set(row.campaignId, (index = new OfferIndex()));
  index.put(row);
}
