import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { maskedAddress } from "#app/kernel/masked-address.ts";
import type { Queryable } from "#db/client.ts";
import { guardians, persons, suppressedAddresses } from "#db/schema/index.ts";
import type { LostAddress } from "./lost-address.ts";

/** The addresses of these pupils and of their families that take no mail any more: two statements, however many they are. */
export async function listLostAddresses(db: Queryable, pupilIds: readonly string[]): Promise<LostAddress[]> {
  if (pupilIds.length === 0) return [];
  const lost = {
    address: suppressedAddresses.address,
    reason: suppressedAddresses.reason,
    since: suppressedAddresses.suppressedAt,
  };
  const own = await db
    .select({ pupilId: persons.id, ...lost })
    .from(persons)
    .innerJoin(suppressedAddresses, eq(suppressedAddresses.address, persons.email))
    .where(inArray(persons.id, [...pupilIds]))
    .orderBy(asc(persons.id))
    .limit(pupilIds.length);
  const ofFamilies = await db
    .select({ pupilId: guardians.pupilId, id: guardians.id, name: guardians.name, ...lost })
    .from(guardians)
    .innerJoin(suppressedAddresses, sql`${suppressedAddresses.address} = ${guardians.email}::citext`)
    .where(and(inArray(guardians.pupilId, [...pupilIds])))
    .orderBy(asc(guardians.pupilId), asc(guardians.name))
    .limit(10 * pupilIds.length);
  return [
    ...own.map(({ address, ...row }) => told({ ...row, address, guardian: null })),
    ...ofFamilies.map(({ id, name, address, ...row }) =>
      told({ ...row, address, guardian: { id, name, email: address } }),
    ),
  ];
}

function told({
  address,
  reason,
  ...row
}: Omit<LostAddress, "hint" | "reason"> & { address: string; reason: string }): LostAddress {
  return {
    ...row,
    hint: maskedAddress(address),
    reason: reason === "complained" ? "complained" : "bounced",
  };
}
