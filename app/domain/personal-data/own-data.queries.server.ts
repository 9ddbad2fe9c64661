import { sql, type SQL } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import { OWN_DATA_KINDS, type OwnData, type OwnDataKind, type OwnDatum } from "./own-data.ts";

/** More than anyone has of one kind. */
const AT_MOST = 2_000;

/** What is read of each kind, of the person `me`; the names of the columns are those of the fields. */
const READS: Record<OwnDataKind, (me: SQL) => SQL> = {
  identity: (
    me,
  ) => sql`select first_name as "firstName", last_name as "lastName", email, phone, birth_date as "birthDate",
    (select i.subject from identities i where i.person_id = persons.id and i.issuer = 'password' and position('@' in i.subject) = 0
      order by i.id limit 1) as "signInName",
    created_at as "createdAt", last_seen_at as "lastSeenAt" from persons where id = ${me}`,
  roles: (
    me,
  ) => sql`select f.role, coalesce(s.name, h.name, a.name) as place, f.valid_from as "startsOn", f.valid_to as "endsOn"
    from affiliations f left join schools s on s.uai = f.school_uai left join host_organisations h on h.id = f.organisation_id
    left join academies a on a.code = f.academy_code where f.person_id = ${me} order by f.valid_from, f.id`,
  classes: (me) => sql`select g.name as "className", g.school_year as "schoolYear", m.joined_at as "createdAt"
    from class_members m join class_groups g on g.id = m.class_group_id where m.person_id = ${me} order by m.joined_at, g.id`,
  guardians: (me) => sql`select name, email, phone from guardians where pupil_id = ${me} order by name`,
  applications: (
    me,
  ) => sql`select o.title as offer, h.name as organisation, a.status as "applicationStatus", a.motivation as text,
    a.created_at as "createdAt" from applications a join offers o on o.id = a.offer_id
    left join host_organisations h on h.id = o.organisation_id where a.pupil_id = ${me} order by a.created_at, a.id`,
  agreements: (
    me,
  ) => sql`select h.name as organisation, g.status as "agreementStatus", v.content ->> 'startsOn' as "startsOn",
    v.content ->> 'endsOn' as "endsOn", g.created_at as "createdAt" from agreements g join host_organisations h on h.id = g.organisation_id
    join agreement_versions v on v.agreement_id = g.id and v.version = g.current_version where g.pupil_id = ${me} order by g.created_at, g.id`,
  favourites: (
    me,
  ) => sql`select o.title as offer, f.added_at as "createdAt" from favourites f join offers o on o.id = f.offer_id
    where f.pupil_id = ${me} order by f.added_at, o.id`,
  viewedOffers: (
    me,
  ) => sql`select o.title as offer, v.viewed_at as "createdAt" from viewed_offers v join offers o on o.id = v.offer_id
    where v.pupil_id = ${me} order by v.viewed_at, o.id`,
  heldSeats: (me) => sql`select o.title as offer, min(h.held_at) as "createdAt", min(h.expires_at) as "endsOn"
    from seat_holds h join offers o on o.id = h.offer_id where h.pupil_id = ${me} group by h.id, o.title order by min(h.held_at), h.id`,
  foundInternships: (
    me,
  ) => sql`select host_name as organisation, host_email as email, entered_at as "createdAt", expires_at as "endsOn" from found_internships
    where pupil_id = ${me} order by entered_at, id`,
  hostNotes: (me) =>
    sql`select body as text, written_at as "createdAt" from host_notes where author_id = ${me} order by written_at, id`,
  savedSearches: (
    me,
  ) => sql`select place, radius_km as "radiusKm", words as text, created_at as "createdAt" from saved_searches
    where person_id = ${me} order by created_at, id`,
  helpRequests: (me) =>
    sql`select topic, body as text, asked_at as "createdAt" from help_requests where pupil_id = ${me} order by asked_at, id`,
  situations: (
    me,
  ) => sql`select kind as situation, starts_on as "startsOn", ends_on as "endsOn", programme as text,
    declared_at as "createdAt" from pupil_situations where pupil_id = ${me} order by declared_at, id`,
  teamLog: (me) => sql`select way as "contactWay", party as "contactParty", on_day as day, body as text,
    written_at as "createdAt" from pupil_log_entries
    where pupil_id = ${me} and removed_at is null order by written_at, id`,
  referents: (
    me,
  ) => sql`select p.first_name || ' ' || p.last_name as name, r.reason as text, r.entrusted_at as "createdAt"
    from pupil_referents r join persons p on p.id = r.teacher_id where r.pupil_id = ${me} order by r.entrusted_at, r.id`,
  reminders: (me) => sql`select words as text, sent_at as "createdAt" from pupil_reminders
    where pupil_id = ${me} order by sent_at, id`,
  helpMessages: (me) => sql`select m.body as text, m.written_at as "createdAt" from help_messages m
    join help_requests r on r.id = m.request_id
    where m.author_id = ${me} or r.pupil_id = ${me} order by m.written_at, m.id`,
  offers: (me) => sql`select title as offer, status as "offerStatus", created_at as "createdAt" from offers
    where created_by = ${me} order by created_at, id`,
  messages: (me) =>
    sql`select subject, text, created_at as "createdAt" from messages where person_id = ${me} order by created_at, id`,
  sessions: (me) => sql`select device, created_at as "createdAt", last_seen_at as "lastSeenAt" from sessions
    where person_id = ${me} order by created_at, id`,
  emailChanges: (
    me,
  ) => sql`select old_email as "formerEmail", new_email as email, requested_at as "createdAt" from email_changes
    where person_id = ${me} order by requested_at, id`,
  opinions: (
    me,
  ) => sql`select o.title as offer, n.welcomed, n.useful, n.given_at as "createdAt" from opinions n
    join applications a on a.id = n.application_id join offers o on o.id = a.offer_id where a.pupil_id = ${me} order by n.given_at, a.id`,
  journal: (me) =>
    sql`select on_day as day, body as text from journal_entries where pupil_id = ${me} order by on_day`,
  presence: (me) =>
    sql`select on_day as day, reported_at as "createdAt" from presence_reports where pupil_id = ${me} order by on_day, id`,
  // What names the person there is left out: it opens their account.
  federations: (me) => sql`select issuer as provider, valid_from as "createdAt" from identities
    where person_id = ${me} and issuer <> 'password' order by valid_from, id`,
  passkeys: (
    me,
  ) => sql`select label as name, created_at as "createdAt", last_used_at as "lastSeenAt" from passkeys
    where person_id = ${me} order by created_at, id`,
  activationCards: (me) => sql`select printed_at as "createdAt", used_at as "lastSeenAt" from activation_codes
    where person_id = ${me} order by printed_at, id`,
  hostClaims: (me) =>
    sql`select siret, claimed_at as "createdAt" from host_claims where person_id = ${me} order by claimed_at`,
  refusedMail: (me) => sql`select topic as "mailTopic", opted_out_at as "createdAt" from mail_opt_outs
    where address = (select email from persons where id = ${me}) order by opted_out_at, topic`,
  openings: (me) => sql`select reason, explanation as text, opened_at as "createdAt" from account_openings
    where person_id = ${me} order by opened_at, id`,
  secondFactorResets: (me) =>
    sql`select reason as text, reset_at as "createdAt" from second_factor_resets where person_id = ${me} order by reset_at, id`,
  // Acts of their own, and those of others on their account: what these are about is somebody else's.
  audit: (me) => sql`select action as act, at as "createdAt" from audit_entries
    where actor_id = ${me} or subject_id = ${me}::text order by id`,
};

/** Everything that is known about the person signed in, by kind; secrets, which tell nothing, are left out. */
export async function readOwnData(db: Queryable, actor: Actor): Promise<OwnData> {
  const kinds = await Promise.all(
    OWN_DATA_KINDS.map(async (kind) => {
      const rows = await db.execute<{ datum: OwnDatum }>(
        sql`select to_jsonb(known) as datum from (${READS[kind](sql`${actor.personId}::uuid`)} limit ${AT_MOST}) known`,
      );
      return [kind, rows.map(({ datum }) => datum)] as const;
    }),
  );
  return Object.fromEntries(kinds) as OwnData;
}

/** How much is known of each kind. */
export async function countOwnData(db: Queryable, actor: Actor): Promise<Record<OwnDataKind, number>> {
  const counts = await Promise.all(
    OWN_DATA_KINDS.map(async (kind) => {
      const [row] = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from (${READS[kind](sql`${actor.personId}::uuid`)} limit ${AT_MOST}) known`,
      );
      return [kind, row?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<OwnDataKind, number>;
}
