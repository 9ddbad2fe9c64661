import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "./offer.ts";
import { RESERVATION_ASKS, RESERVATIONS } from "./reservation.ts";

/** The condition that the reservation of an offer, a row of this alias, admits a pupil of this school. */
export function reservationAdmits(offer: string, school: Record<keyof Eligibility, SQL>): SQL {
  const row = sql.raw(offer);
  const ways = RESERVATIONS.map((reservation) => {
    const asked = RESERVATION_ASKS[reservation];
    const met = asked === "listed" ? sql`${school.schoolUai} = any(${row}.reserved_schools)` : school[asked];
    return sql`(${row}.reserved_to = ${sql.raw(`'${reservation}'`)} and ${met})`;
  });
  return sql`(${row}.reserved_to is null or ${sql.join(ways, sql` or `)})`;
}

/** The same for someone who asks; who has no school as a pupil sees what is reserved to nobody. */
export function reservationAdmitsAsker(offer: string, asker: Eligibility | null): SQL {
  if (!asker) return sql.raw(`${offer}.reserved_to is null`);
  return reservationAdmits(offer, {
    schoolUai: sql`${asker.schoolUai}`,
    priorityEducation: sql`${asker.priorityEducation}::boolean`,
    priorityDistrict: sql`${asker.priorityDistrict}::boolean`,
  });
}
