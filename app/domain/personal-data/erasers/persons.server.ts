import { and, eq, gt, inArray, isNull, notExists, or, sql, type SQL } from "drizzle-orm";
import { getTableConfig, PgTable, type PgColumn } from "drizzle-orm/pg-core";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Transaction } from "#db/client.ts";
import * as schema from "#db/schema/index.ts";
import {
  affiliations,
  emailChanges,
  guardians,
  mailOptOuts,
  oneTimeLinks,
  persons,
  suppressedAddresses,
} from "#db/schema/index.ts";
import { ERASED_NAME } from "../erased-person.ts";
import { forgetMessagesOf } from "./messages-of.server.ts";

/**
 * What belongs to a person alone: the rows that the schema deletes with theirs. The row itself stays, without a name, and so does
 * where they were what: applications and figures by school hang on them.
 */
const OWNED = Object.values<unknown>(schema)
  .filter((table) => table instanceof PgTable)
  .filter((table) => table !== affiliations)
  .flatMap((table) =>
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference();
      const [column] = columns;
      return column && foreignTable === persons && key.onDelete === "cascade" ? [{ table, column }] : [];
    }),
  );

/** Takes everything that names these people away from the rows that stay, and deletes the others. */
export async function erasePersons(tx: Transaction, personIds: string[], now: Date): Promise<void> {
  if (personIds.length === 0) return;
  const reach = await findReach(tx, personIds);
  await forgetMessagesOf(tx, { personIds, reach }, now);
  for (const { table, column } of OWNED) await tx.delete(table).where(inArray(column, personIds));
  await endAffiliations(tx, personIds, now);
  await tx
    .update(persons)
    .set({
      ...ERASED_NAME,
      email: null,
      phone: null,
      birthDate: null,
      calendarVersion: sql`${persons.calendarVersion} + 1`,
      erasureRequestedAt: null,
      erasedAt: now,
    })
    .where(inArray(persons.id, personIds));
  await forgetAddresses(tx, reach);
}

/** Addresses and numbers of these people, those that they have had or wished for, and of those who represent them. */
async function findReach(tx: Transaction, personIds: string[]): Promise<string[]> {
  const rows = await tx
    .select({ email: persons.email, phone: persons.phone })
    .from(persons)
    .where(inArray(persons.id, personIds))
    .unionAll(
      tx
        .select({ email: sql<string | null>`${guardians.email}::citext`, phone: guardians.phone })
        .from(guardians)
        .where(inArray(guardians.pupilId, personIds)),
    )
    .unionAll(
      tx
        .select({ email: sql<string | null>`unnest(array[old_email, new_email])`, phone: sql<null>`null` })
        .from(emailChanges)
        .where(inArray(emailChanges.personId, personIds)),
    );
  return [...new Set(rows.flatMap(({ email, phone }) => [email, phone]))].filter((one) => one !== null);
}

/** What is kept of an address goes when it reaches nobody here any more. */
async function forgetAddresses(tx: Transaction, reach: string[]): Promise<void> {
  if (reach.length === 0) return;
  const unused = (address: PgColumn): SQL | undefined =>
    and(
      inArray(address, reach),
      notExists(tx.select().from(persons).where(eq(persons.email, address))),
      notExists(
        tx
          .select()
          .from(guardians)
          .where(sql`${guardians.email}::citext = ${address}`),
      ),
    );
  await tx.delete(suppressedAddresses).where(unused(suppressedAddresses.address));
  await tx.delete(mailOptOuts).where(unused(mailOptOuts.address));
  await tx.delete(oneTimeLinks).where(unused(oneTimeLinks.email));
}

async function endAffiliations(tx: Transaction, personIds: string[], now: Date): Promise<void> {
  const today = parisDate(now);
  await tx
    .update(affiliations)
    .set({ validTo: sql`greatest(${affiliations.validFrom}, ${today}::date)` })
    .where(
      and(
        inArray(affiliations.personId, personIds),
        or(isNull(affiliations.validTo), gt(affiliations.validTo, today)),
      ),
    );
}
