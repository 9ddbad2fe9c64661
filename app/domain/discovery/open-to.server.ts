import { sql, type SQL } from "drizzle-orm";
import { reservationAdmits } from "#app/domain/offers/reservation-admits.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";

const ADMITTED = reservationAdmits("o", {
  priorityEducation: sql`c.priority_education`,
  priorityDistrict: sql`c.priority_district`,
  schoolUai: sql`c.uai`,
});

/**
 * Conditions on a row `o` of `offer_search` and a pupil: the offer's reservation lets their school in, they never asked for
 * it, and it takes them for weeks in which they have no confirmed place.
 */
export function openTo(pupilId: SQL, today: CalendarDate): SQL {
  return sql`(o.reserved_to is null or exists (
      select 1 from affiliations f join schools c on c.uai = f.school_uai
      where f.person_id = ${pupilId} and f.role = 'pupil'
        and f.valid_from <= ${today}::date and (f.valid_to is null or f.valid_to > ${today}::date)
        and ${ADMITTED}))
    and not exists (select 1 from applications a
      where a.pupil_id = ${pupilId} and a.offer_id = o.offer_id and a.status <> 'draft')
    and exists (select 1 from (
        select coalesce(bool_or(w.week = 1), false) as has_1, coalesce(bool_or(w.week = 2), false) as has_2
        from application_weeks w
        where w.pupil_id = ${pupilId} and w.campaign_id = o.campaign_id and w.state = 'taken') p
      where (o.accepts_single_week and (o.free_week_1 > 0 and not p.has_1 or o.free_week_2 > 0 and not p.has_2))
        or (o.accepts_both_weeks and o.free_week_1 > 0 and o.free_week_2 > 0 and not p.has_1 and not p.has_2))`;
}
