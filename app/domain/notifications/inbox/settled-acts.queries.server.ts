import { sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { groupBy } from "#app/kernel/group-by.ts";
import type { Queryable } from "#db/client.ts";
import type { Actor } from "../../accounts/actor.ts";
import { STATE_QUERIES } from "./act-states.server.ts";
import { ASKED_ACTS, type Asked } from "./asked-acts.ts";

/** How the matter of a message came to its end. */
export interface Settled {
  /** Done, or past: it cannot be done any more. */
  done: boolean;
  /** Who did it, where the reader may know: themselves, or a colleague by name. */
  by: "self" | { name: string } | null;
}

interface StateRow extends Record<string, unknown> {
  messageId: string;
  state: string;
  byId: string | null;
  byName: string | null;
}

/** Those of these messages that ask for an act which is done, or past: a statement for each kind of act among them. */
export async function findSettledActs(
  db: Queryable,
  { personId }: Pick<Actor, "personId">,
  messages: readonly { id: string; template: string }[],
  now: Date,
): Promise<Map<string, Settled>> {
  const asking = messages.flatMap(({ id, template }) => {
    const act = ASKED_ACTS[template];
    return act ? [{ id, act }] : [];
  });
  const found = new Map<string, StateRow>();
  for (const [of, same] of groupBy(asking, ({ act }) => act.of))
    for (const row of await readStates(db, of, same, now)) found.set(row.messageId, row);
  const settled = new Map<string, Settled>();
  for (const { id, act } of asking) {
    const row = found.get(id);
    if (row && isAmong(act.open, row.state)) continue;
    const done = row !== undefined && isAmong(act.done, row.state);
    settled.set(id, { done, by: done ? nameOf(row, personId) : null });
  }
  return settled;
}

function readStates(db: Queryable, of: Asked, messages: readonly { id: string }[], now: Date) {
  const ids = sql.join(
    messages.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  );
  return db.execute<StateRow>(sql`
    select s.message_id as "messageId", s.state, s.by_id as "byId", p.first_name || ' ' || p.last_name as "byName"
    from (${STATE_QUERIES[of]({ ids, today: parisDate(now) })}) s left join persons p on p.id = s.by_id`);
}

function isAmong(states: readonly string[], state: string): boolean {
  return states.includes(state);
}

function nameOf({ byId, byName }: StateRow, readerId: string): Settled["by"] {
  if (byId === readerId) return "self";
  return byName === null ? null : { name: byName };
}
