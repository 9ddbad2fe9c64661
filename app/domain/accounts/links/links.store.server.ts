import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { oneTimeLinks, persons } from "#db/schema/index.ts";
import { isStaffRole, type Role, type StaffRole } from "../actor.ts";
import type { UseLinkFailure } from "../account.failures.ts";
import { linkRequested } from "../events.ts";
import { endOfLink, stateOf, type OneTimePurpose } from "./one-time-link.ts";

export interface NewLink {
  purpose: OneTimePurpose;
  /** Null when nobody has the address that was typed. */
  personId: string | null;
  /** Whom an invitation is sent to. */
  email: string | null;
  /** The school that it lets in, and as what. */
  school?: { uai: string; role: StaffRole | null; startsOn?: CalendarDate | null };
  /** The last one for a while, which lives until the next. */
  untilNext?: boolean | undefined;
}

/** A new link and the event that sends it, in the transaction of whatever asks for it. */
export async function insertLink(tx: Transaction, link: NewLink, now: Date): Promise<string> {
  const { purpose, personId, email, school, untilNext } = link;
  const { uai: schoolUai = null, role = null, startsOn = null } = school ?? {};
  const place = { schoolUai, role, startsOn };
  const id = newId();
  const expiresAt = endOfLink(purpose, now, untilNext);
  await tx.insert(oneTimeLinks).values({ ...place, id, purpose, personId, email, createdAt: now, expiresAt });
  await recordEvent(tx, linkRequested, { linkId: id }, now);
  return id;
}

/** With `lock`, nobody else uses it until the transaction ends. */
export async function findLink(tx: Queryable, linkId: string, { lock = false } = {}) {
  const query = tx.select().from(oneTimeLinks).where(eq(oneTimeLinks.id, linkId));
  const [link] = await (lock ? query.for("update") : query);
  return link ?? null;
}

/** The link, used by this transaction: of two presses at the same instant, the second finds it used. */
export async function takeLink(
  tx: Transaction,
  linkId: string,
  now: Date,
): Promise<Result<typeof oneTimeLinks.$inferSelect, Exclude<UseLinkFailure, { code: "no_account" }>>> {
  const link = await findLink(tx, linkId, { lock: true });
  if (!link) return err({ code: "not_found" });
  if (await markUsed(tx, linkId, now)) return ok(link);
  return err({ code: stateOf(link, now) === "used" ? "used" : "expired" });
}

/** Uses it, unless somebody did before. */
async function markUsed(tx: Queryable, linkId: string, now: Date): Promise<boolean> {
  const used = await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(and(eq(oneTimeLinks.id, linkId), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now)))
    .returning({ id: oneTimeLinks.id });
  return used.length > 0;
}

export async function markCompleted(tx: Queryable, linkId: string, now: Date): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ completedAt: now })
    .where(and(eq(oneTimeLinks.id, linkId), isNotNull(oneTimeLinks.usedAt)));
}

/** The other links of a person are worth nothing once one of them has changed how to sign in. */
export async function endOtherLinks(tx: Queryable, personId: string, now: Date): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ expiresAt: now })
    .where(
      and(eq(oneTimeLinks.personId, personId), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now)),
    );
}

export async function findPersonByEmail(tx: Queryable, email: string) {
  const [person] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
  return person ?? null;
}

interface Right {
  role: StaffRole | "admin";
  schoolUai: string | null;
  startsOn: CalendarDate | null;
}

/** What an invitation lets someone be; null for a link that invites nobody. */
export function rightOf(link: {
  purpose: OneTimePurpose;
  role: Role | null;
  schoolUai: string | null;
  startsOn: CalendarDate | null;
}): Right | null {
  const { purpose, role, schoolUai, startsOn } = link;
  if (purpose === "admin_invitation") return { role: "admin", schoolUai: null, startsOn: null };
  return purpose === "school_invitation" && isStaffRole(role) ? { role, schoolUai, startsOn } : null;
}
