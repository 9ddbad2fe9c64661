import { sql, type SQL } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { localDate } from "#app/kernel/local-time.ts";
import { ZONES_BY_INSEE } from "#app/kernel/time-zones.ts";
import { awaitsHost } from "#db/conditions.ts";
import type { Reminder } from "./reminders.ts";

/** How a reminder finds the applications that it concerns, as conditions on the tables that `dueNotices` joins. */
interface DueRule {
  when: SQL;
  /** What makes one occasion differ from another: an application taken back has a new deadline, hence new reminders. */
  occasion: SQL;
}

const hours = (count: number) => sql.raw(`interval '${count} hours'`);
const perDeadline = sql`':' || extract(epoch from a.deadline_at)::bigint`;
const once = sql`''`;

/** Silence of the host since an application came, or came again, from so many days to so many. */
function silentFor(now: SQL, fromDays: number, toDays: number): DueRule {
  const since = sql`a.deadline_at - c.host_answer_days * ${hours(24)}`;
  return {
    when: sql`${sql.raw(awaitsHost("a"))} and a.deadline_at > ${now}
      and ${since} <= ${now} - ${hours(24 * fromDays)} and ${since} > ${now} - ${hours(24 * toDays)}`,
    occasion: perDeadline,
  };
}

/** Of a confirmed placement, by its first and last days and the day it is at its place. */
function placed(when: SQL): DueRule {
  return {
    when: sql`a.status = 'confirmed' and ${when}
      and exists (select 1 from internship_weeks near where near.campaign_id = a.campaign_id
        and near.starts_on <= place.today + 8 and near.ends_on >= place.today - 15)`,
    occasion: once,
  };
}

/** A day and a half before the pupil's deadline, or half of a shorter delay: the quiet hours end before it. */
const CONFIRM_HOURS = 36;

function ruleOf(reminder: Reminder, now: SQL): DueRule {
  switch (reminder) {
    case "answer_reminder_4":
      return silentFor(now, 4, 8);
    case "answer_reminder_8":
      return silentFor(now, 8, 100);
    case "confirm_reminder":
      return {
        when: sql`a.status = 'accepted' and a.deadline_at > ${now}
          and a.deadline_at <= ${now} + least(${hours(CONFIRM_HOURS)}, c.pupil_confirm_days * ${hours(12)})`,
        occasion: perDeadline,
      };
    case "week_before":
      return placed(sql`place.today >= period.first_day - 7 and place.today < period.first_day - 1`);
    case "day_before":
      return placed(sql`place.today = period.first_day - 1`);
    case "first_day":
      return placed(sql`place.today = period.first_day`);
    case "last_day":
      return placed(sql`place.today = period.last_day`);
    case "ended":
      return placed(sql`place.today > period.last_day and place.today <= period.last_day + 14`);
  }
}

/** The day it is at a place, by the INSEE code of its commune. */
function dayAt(inseeCode: SQL, now: Date): SQL {
  const paris = parisDate(now);
  const others = ZONES_BY_INSEE.flatMap(([prefix, timeZone]) => {
    const day = localDate(now, timeZone);
    return [sql`when ${inseeCode} like ${`${prefix}%`} then ${day}`];
  });
  return sql`(case ${sql.join(others, sql` `)} else ${paris} end)::date`;
}

/** Marks the applications that a reminder concerns now, at most so many, and gives those that nobody marked before. */
export function markDueReminders(reminder: Reminder, now: Date, limit: number): SQL {
  const instant = sql`${now.toISOString()}::timestamptz`;
  const { when, occasion } = ruleOf(reminder, instant);
  const kind = sql`${reminder}::text || ${occasion}`;
  return sql`
    with due as (
      select a.id, ${kind} as kind, place.today
      from applications a
      join campaigns c on c.id = a.campaign_id
      join offers o on o.id = a.offer_id
      join host_sites s on s.id = o.site_id
      cross join lateral (select ${dayAt(sql`s.insee_code`, now)} as today) place
      cross join lateral (
        select min(w.starts_on) as first_day, max(w.ends_on) as last_day
        from application_weeks x join internship_weeks w on w.campaign_id = x.campaign_id and w.week = x.week
        where x.application_id = a.id
      ) period
      where ${when}
        and not exists (select 1 from reminder_marks m where m.subject_id = a.id and m.kind = ${kind})
      order by a.id
      limit ${limit}
    ), marked as (
      insert into reminder_marks (subject_id, kind, marked_at) select id, kind, ${instant} from due
      on conflict do nothing
      returning subject_id
    )
    select due.id, due.today::text as today, marked.subject_id is not null as mine
    from due left join marked on marked.subject_id = due.id
    order by due.id`;
}
