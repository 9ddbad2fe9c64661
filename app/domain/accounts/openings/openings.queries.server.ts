import { and, desc, eq, gt } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { accountOpenings } from "#db/schema/index.ts";
import type { Actor } from "../actor.ts";
import { startOfShownOpenings, type ToldOpening } from "./opening.ts";

const SHOWN = 20;

/** Until when this administrator may read this account; null when they have not said why. */
export async function findOpening(
  db: Queryable,
  actor: Actor,
  { personId, now }: { personId: string; now: Date },
): Promise<Date | null> {
  const [opening] = await db
    .select({ endsAt: accountOpenings.endsAt })
    .from(accountOpenings)
    .where(
      and(
        eq(accountOpenings.openedBy, actor.personId),
        eq(accountOpenings.personId, personId),
        gt(accountOpenings.endsAt, now),
      ),
    )
    .orderBy(desc(accountOpenings.endsAt))
    .limit(1);
  return opening?.endsAt ?? null;
}

/** When and why administrators have read the account of this person, the last first. */
export async function listOwnOpenings(db: Queryable, actor: Actor, now: Date): Promise<ToldOpening[]> {
  const { openedAt, reason, explanation } = accountOpenings;
  return db
    .select({ openedAt, reason, explanation })
    .from(accountOpenings)
    .where(and(eq(accountOpenings.personId, actor.personId), gt(openedAt, startOfShownOpenings(now))))
    .orderBy(desc(openedAt))
    .limit(SHOWN);
}
