import { sql } from "drizzle-orm";
import postgres from "postgres";
import { systemClock } from "#app/kernel/clock.ts";
import { openDatabase, type Database } from "#db/client.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedDemonstration } from "#db/seed/demonstration.ts";

interface BoardWorld {
  url: string;
  headId: string;
  teacherId: string;
  drop(): Promise<void>;
}

interface Size {
  classes: number;
  pupilsPerClass: number;
}

/** A fresh database with the demonstration in it, and its head's school filled: letters, refusals, agreements in every class. */
export async function createBoardWorld(size: Size): Promise<BoardWorld> {
  const server = await startEmbeddedPostgres({ name: "bench" });
  const name = `bench_board_${process.pid}`;
  await server.ensureDatabase(name);
  const url = server.url(name);
  await migrateDatabase(url);
  const handle = openDatabase(url, { max: 2 });
  try {
    await seedDemonstration(handle.db, systemClock);
    const people = await fillSchool(handle.db, size);
    return {
      url,
      ...people,
      async drop() {
        const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => undefined });
        await admin`drop database if exists ${admin(name)} with (force)`;
        await admin.end();
        await server.stop();
      },
    };
  } finally {
    await handle.close();
  }
}

async function fillSchool(db: Database, { classes, pupilsPerClass }: Size) {
  const [head] = await db.execute<{ id: string; uai: string; year: string; campaign: string }>(sql`
    select f.person_id as id, f.school_uai as uai, c.school_year as year, c.id as campaign
    from affiliations f, campaigns c where f.role = 'schoolHead' and f.valid_to is null order by f.person_id, c.starts_on desc limit 1`);
  const [teacher] = await db.execute<{ id: string }>(sql`
    select person_id as id from affiliations where role = 'teacher' and school_uai = ${head?.uai ?? ""} order by person_id limit 1`);
  if (!head || !teacher) throw new Error("The demonstration has no head or no teacher");
  const now = systemClock.now().toISOString();
  await db.execute(sql`
    insert into class_groups (id, school_uai, school_year, name)
    select gen_random_uuid(), ${head.uai}, ${head.year}, 'Banc ' || n from generate_series(1, ${classes}::int) n`);
  await db.execute(sql`
    with made as (select gen_random_uuid() as id, g.id as class_id, n from class_groups g, generate_series(1, ${pupilsPerClass}::int) n
      where g.name like 'Banc %'),
    people as (insert into persons (id, first_name, last_name, created_at, birth_date)
      select id, 'Camille', 'Nom' || n, ${now}::timestamptz, '2011-05-05' from made)
    insert into class_members (class_group_id, person_id, role, joined_at)
    select class_id, id, 'pupil', ${now}::timestamptz from made`);
  await db.execute(sql`insert into class_members (class_group_id, person_id, role, joined_at)
    select id, ${teacher.id}, 'form_teacher', ${now}::timestamptz from class_groups where name = 'Banc 1'`);
  await writeApplications(db, head.campaign, now);
  await writeAgreements(db, head.campaign, now);
  await db.execute(sql`analyze`);
  return { headId: head.id, teacherId: teacher.id };
}

/** Five letters a pupil: refused, without an answer, waiting. */
async function writeApplications(db: Database, campaignId: string, now: string): Promise<void> {
  await db.execute(sql`
    with letters as (
      select gen_random_uuid() as id, p.person_id, o.id as offer_id,
        (array['declined','declined','expired','submitted','withdrawn'])[o.n]::application_status as status
      from (select m.person_id, row_number() over (order by m.person_id) as n from class_members m
        join class_groups g on g.id = m.class_group_id where g.name like 'Banc %' and m.role = 'pupil') p
      join lateral (select id, row_number() over (order by id) as n from (
        select id from offers where campaign_id = ${campaignId} order by id limit 5) five) o on true),
    written as (insert into applications (id, campaign_id, offer_id, pupil_id, status, motivation, created_at, updated_at, submitted_at, deadline_at)
      select id, ${campaignId}, offer_id, person_id, status, repeat('lettre ', 10), ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz,
        case when status = 'submitted' then ${now}::timestamptz + interval '10 days' end from letters)
    insert into state_changes (id, application_id, from_status, to_status, actor_role, reason, event_id, changed_at)
    select gen_random_uuid(), id, case when n = 1 then null else 'submitted' end, case when n = 1 then 'submitted' else status::text end,
      'host', case when n = 2 and status = 'declined' then 'dates' end, (select id from outbox_events limit 1),
      ${now}::timestamptz + n * interval '1 second'
    from letters, generate_series(1, 2) n where n = 1 or status <> 'submitted'`);
}

/** An agreement for every second pupil, in several states. */
async function writeAgreements(db: Database, campaignId: string, now: string): Promise<void> {
  await db.execute(sql`
    with model as (select a.organisation_id, v.text_id, v.content, v.content_hash, a.school_uai from agreements a
      join agreement_versions v on v.agreement_id = a.id and v.version = a.current_version limit 1),
    made as (select gen_random_uuid() as id, m.person_id, m.class_group_id, g.school_uai,
        (array['draft','completed','teacher_validated','signed'])[1 + n % 4]::agreement_status as status
      from (select *, row_number() over (order by person_id) as n from class_members where role = 'pupil') m
      join class_groups g on g.id = m.class_group_id where g.name like 'Banc %' and m.n % 2 = 0),
    written as (insert into agreements (id, campaign_id, pupil_id, school_uai, class_group_id, organisation_id, status, current_version,
        host_completed_at, school_completed_at, validated_at, created_at, updated_at)
      select made.id, ${campaignId}, person_id, made.school_uai, class_group_id, organisation_id, status, 1,
        case when status <> 'draft' then ${now}::timestamptz end, case when status <> 'draft' then ${now}::timestamptz end,
        case when status in ('teacher_validated', 'signed') then ${now}::timestamptz end, ${now}::timestamptz, ${now}::timestamptz from made, model)
    insert into agreement_versions (agreement_id, version, text_id, content, content_hash, created_at)
    select made.id, 1, text_id, content, content_hash, ${now}::timestamptz from made, model`);
}
