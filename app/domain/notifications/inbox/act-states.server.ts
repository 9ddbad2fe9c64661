import { sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Asked } from "./asked-acts.ts";

/** Each gives a message, the state of what it asks for, and who did it where they are a colleague of the reader: none else is told. */
type StateQuery = (asked: { ids: SQL; today: CalendarDate }) => SQL;

const events = sql`messages m join outbox_events e on e.id = m.event_id`;

/** Who last brought the subject to one of these states. */
const lastActor = (subject: SQL, states: SQL) => sql`(select c.actor_id from state_changes c
  where ${subject} and c.to_status in (${states}) order by c.changed_at desc, c.id desc limit 1)`;

const hostActor = lastActor(
  sql`c.application_id = a.id and c.actor_role = 'host'`,
  sql`'accepted', 'declined'`,
);
const schoolActor = lastActor(
  sql`c.agreement_id = g.id and c.actor_role in ('teacher', 'school')`,
  sql`'changes_requested', 'teacher_validated'`,
);
const hasStay = sql`(a.status = 'confirmed')`;

/**
 * One statement for each kind of act, whatever the number of messages. What exists no more is in no answer: nothing is left to
 * do about it.
 */
export const STATE_QUERIES: Record<Asked, StateQuery> = {
  // Of an application passed on, the one that the reader has to answer. The pupil's own act has no name to tell.
  application: ({ ids }) => sql`
    select m.id as message_id, a.status::text as state,
      case when m.person_id = a.pupil_id then null else ${hostActor} end as by_id
    from ${events}
    join applications a on a.id = coalesce(e.payload ->> 'newApplicationId', e.payload ->> 'applicationId')::uuid
    where m.id in (${ids})`,
  agreement: ({ ids }) => sql`
    select m.id as message_id, g.status::text as state,
      case when m.template = 'agreement-to-validate' then ${schoolActor} end as by_id
    from ${events} join agreements g on g.id = (e.payload ->> 'agreementId')::uuid
    where m.id in (${ids})`,
  offer: ({ ids }) => sql`
    select m.id as message_id, o.status::text as state, null::uuid as by_id
    from ${events} join offers o on o.id = (e.payload ->> 'offerId')::uuid
    where m.id in (${ids})`,
  help: ({ ids }) => sql`
    select m.id as message_id,
      case when h.handled_at is not null then 'closed' when h.waiting_since is null then 'read' else 'unread' end as state,
      coalesce(h.handled_by, (select s.actor_id from help_request_steps s
        where s.request_id = h.id and s.kind = 'read' order by s.done_at desc, s.id desc limit 1)) as by_id
    from ${events} join help_requests h on h.id = (e.payload ->> 'helpRequestId')::uuid
    where m.id in (${ids})`,
  part: ({ ids }) => sql`
    select m.id as message_id, case when g.status = 'cancelled' then 'over'
        when (case e.payload ->> 'addressee' when 'host' then g.host_completed_at else g.school_completed_at end) is null
          then 'open' else 'done' end as state, null::uuid as by_id
    from ${events} join agreements g on g.id = (e.payload ->> 'agreementId')::uuid
    where m.id in (${ids})`,
  remark: ({ ids }) => sql`
    select m.id as message_id, case when g.status = 'cancelled' then 'over'
        when g.status = 'changes_requested' and exists (select 1 from agreement_remarks r where r.agreement_id = g.id
          and r.addressee = e.payload ->> 'addressee' and r.resolved_at is null) then 'open' else 'done' end as state,
      (select r.resolved_by from agreement_remarks r where r.agreement_id = g.id
        and r.addressee = e.payload ->> 'addressee' and r.resolved_at is not null
        order by r.resolved_at desc, r.id desc limit 1) as by_id
    from ${events} join agreements g on g.id = (e.payload ->> 'agreementId')::uuid
    where m.id in (${ids})`,
  // One that was accepted, or given up with its account, has left no row.
  claim: ({ ids }) => sql`
    select m.id as message_id, case when h.person_id is null or h.refused_at is not null then 'done' else 'open' end as state,
      h.refused_by as by_id
    from ${events} left join host_claims h on h.person_id = (e.payload ->> 'personId')::uuid
    where m.id in (${ids})`,
  join: ({ ids }) => sql`
    select m.id as message_id, case when j.answered_at is null then 'open' else 'done' end as state, j.answered_by as by_id
    from ${events} join school_join_requests j on j.id = (e.payload ->> 'requestId')::uuid
    where m.id in (${ids})`,
  arrival: ({ ids, today }) => sql`
    select m.id as message_id, case
        when exists (select 1 from presence_reports r join agreements g on g.id = r.agreement_id
          where g.application_id = a.id and r.on_day = (e.payload ->> 'onDay')::date and r.lifted_at is null) then 'done'
        when ${hasStay} and (e.payload ->> 'onDay')::date >= ${today}::date then 'open' else 'over' end as state,
      null::uuid as by_id
    from ${events} join applications a on a.id = (e.payload ->> 'applicationId')::uuid
    where m.id in (${ids})`,
  grid: ({ ids }) => sql`
    select m.id as message_id, case
        when exists (select 1 from skill_marks k join agreements g on g.id = k.agreement_id
          where g.application_id = a.id and k.side = 'supervisor') then 'done'
        when ${hasStay} then 'open' else 'over' end as state, null::uuid as by_id
    from ${events} join applications a on a.id = (e.payload ->> 'applicationId')::uuid
    where m.id in (${ids})`,
  opinion: ({ ids }) => sql`
    select m.id as message_id, case when exists (select 1 from opinions o where o.application_id = a.id) then 'done'
        when ${hasStay} then 'open' else 'over' end as state, null::uuid as by_id
    from ${events} join applications a on a.id = (e.payload ->> 'applicationId')::uuid
    where m.id in (${ids})`,
  erasure: ({ ids }) => sql`
    select m.id as message_id, case when p.erasure_requested_at is null then 'done' else 'open' end as state,
      null::uuid as by_id
    from ${events} join persons p on p.id = (e.payload ->> 'personId')::uuid
    where m.id in (${ids})`,
  // Corrected, when nobody has that address any more; taken back, when mail goes there again.
  address: ({ ids }) => sql`
    select m.id as message_id, case when exists (select 1 from suppressed_addresses s
        where s.address = lost.recipient::citext and (exists (select 1 from persons p where p.email = s.address)
          or exists (select 1 from guardians u where u.email = s.address))) then 'open' else 'done' end as state,
      null::uuid as by_id
    from ${events} join messages lost on lost.id = (e.payload ->> 'messageId')::uuid
    where m.id in (${ids})`,
  sign_in: ({ ids }) => sql`
    select m.id as message_id, 'done' as state, null::uuid as by_id from messages m where m.id in (${ids})`,
};
