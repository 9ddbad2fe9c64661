import { and, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { hostNotes, persons } from "#db/schema/index.ts";
import { schoolsOf, type Actor } from "../accounts/actor.ts";
import {
  hostKey,
  OPINIONS_SHOWN_FROM,
  readHostKey,
  type HostFilters,
  type HostNote,
  type HostYear,
  type RememberedHost,
} from "./host-memory.ts";

const PAGE = 20;
/** More than a school works with: a bound for the export. */
const MOST_HOSTS = 2000;
const MOST_NOTES = 500;

interface HostPage {
  hosts: RememberedHost[];
  nextCursor: string | null;
  schoolYears: string[];
}

/** Schools whose team this person belongs to, in whatever role. */
export function teamSchools(actor: Actor): string[] {
  return [...new Set(schoolsOf(actor, "teacher", "schoolOffice", "schoolHead"))];
}

/**
 * Hosts that took pupils of the reader's schools, by name, whatever the campaign. They are counted from agreements, which stay without
 * a name once pupils are erased: what is remembered of a host outlives them.
 */
export async function listHosts(
  db: Queryable,
  actor: Actor,
  { cursor = null, ...filters }: HostFilters & { cursor?: string | null },
): Promise<HostPage> {
  const rows = await readHosts(db, actor, filters, { cursor, limit: PAGE + 1 });
  const hosts = await withNotes(db, actor, rows.slice(0, PAGE));
  const last = rows.length > PAGE ? hosts.at(-1) : undefined;
  return {
    hosts,
    nextCursor: last ? hostKey(last) : null,
    schoolYears: await listYears(db, actor),
  };
}

/** All of them, for a file. */
export async function listAllHosts(
  db: Queryable,
  actor: Actor,
  filters: HostFilters,
): Promise<RememberedHost[]> {
  return withNotes(db, actor, await readHosts(db, actor, filters, { cursor: null, limit: MOST_HOSTS }));
}

/** Whether this host took pupils of one of the reader's schools. */
export async function isRememberedHost(
  db: Queryable,
  actor: Actor,
  { schoolUai, siret }: Pick<RememberedHost, "schoolUai" | "siret">,
): Promise<boolean> {
  if (!teamSchools(actor).includes(schoolUai)) return false;
  const rows = await db.execute(sql`select 1 from agreements g
    join host_organisations h on h.id = g.organisation_id
    where g.school_uai = ${schoolUai} and h.siret = ${siret} and g.status <> 'cancelled' limit 1`);
  return rows.length > 0;
}

const ofTeam = (actor: Actor) => sql`g.school_uai = any(${sql.param(teamSchools(actor))}::text[])`;

async function listYears(db: Queryable, actor: Actor): Promise<string[]> {
  const rows = await db.execute<{ schoolYear: string }>(sql`
    select distinct k.school_year as "schoolYear" from agreements g join campaigns k on k.id = g.campaign_id
    where ${ofTeam(actor)} and g.status <> 'cancelled' order by 1 desc limit 10`);
  return rows.map(({ schoolYear }) => schoolYear);
}

type HostRow = Omit<RememberedHost, "notes">;

/** One statement: stays, then hosts of each school with their years, then those of this page. */
async function readHosts(
  db: Queryable,
  actor: Actor,
  { words, schoolYear }: HostFilters,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<HostRow[]> {
  const shown = (mean: SQL, count: SQL) =>
    sql`case when ${count} >= ${OPINIONS_SHOWN_FROM}::int then round(${mean}, 1)::float end`;
  const rows = await db.execute<HostRow & { years: HostYear[] }>(sql`
    with stays as (
      select g.school_uai, h.siret, h.name, coalesce(l.postcode, h.postcode) as postcode, coalesce(l.town, h.town) as town, g.created_at, g.pupil_id, o.title, k.school_year,
        v.content -> 'weeks' as weeks, n.welcomed, t.again
      from agreements g
      join host_organisations h on h.id = g.organisation_id
      join campaigns k on k.id = g.campaign_id
      join agreement_versions v on v.agreement_id = g.id and v.version = g.current_version
      left join applications a on a.id = g.application_id
      left join offers o on o.id = a.offer_id
      left join host_sites l on l.id = o.site_id
      left join opinions n on n.application_id = a.id
      left join host_opinions t on t.agreement_id = g.id
      where ${ofTeam(actor)} and g.status <> 'cancelled'
    ), years as (
      select school_uai, siret, school_year, count(distinct pupil_id)::int as pupils,
        (count(*) filter (where weeks @> '1'))::int as week1, (count(*) filter (where weeks @> '2'))::int as week2
      from stays group by school_uai, siret, school_year
    ), hosts as (
      select s.school_uai, s.siret, (array_agg(s.name order by s.created_at desc))[1] as name,
        (array_agg(s.postcode order by s.created_at desc))[1] as postcode,
        (array_agg(s.town order by s.created_at desc))[1] as town,
        coalesce((array_agg(distinct s.title) filter (where s.title is not null))[1:5], '{}') as titles,
        array_agg(distinct s.school_year) as school_years,
        count(s.welcomed)::int as opinions, ${shown(sql`avg(s.welcomed)`, sql`count(s.welcomed)`)} as welcomed,
        ${shown(sql`avg(s.again)`, sql`count(s.again)`)} as again
      from stays s group by s.school_uai, s.siret
    ), keyed as (select *, lower(unaccent(name)) as name_key from hosts)
    select k.school_uai as "schoolUai", c.name as "schoolName", k.siret, k.name, k.postcode, k.town, k.titles as "offerTitles",
      k.opinions, k.welcomed, k.again,
      (select json_agg(json_build_object('schoolYear', y.school_year, 'pupils', y.pupils, 'week1', y.week1, 'week2', y.week2)
        order by y.school_year desc) from years y where y.school_uai = k.school_uai and y.siret = k.siret) as years
    from keyed k join schools c on c.uai = k.school_uai
    where ${and(matching(words), schoolYear ? sql`${schoolYear} = any(k.school_years)` : undefined, after(cursor)) ?? sql`true`}
    order by k.name_key, k.siret, k.school_uai limit ${limit}`);
  return [...rows];
}

/** Each word is somewhere in the name, the town or an offer, whatever its accents. */
function matching(words: string): SQL | undefined {
  const patterns = words
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  return and(
    ...patterns.map(
      (word) =>
        sql`lower(unaccent(k.name || ' ' || k.town || ' ' || array_to_string(k.titles, ' '))) like lower(unaccent(${word}))`,
    ),
  );
}

/** After this host; one that is not there any more, or that does not read as one of ours, begins again. */
function after(cursor: string | null): SQL | undefined {
  const key = readHostKey(cursor ?? "");
  if (!key) return undefined;
  return sql`((k.name_key, k.siret, k.school_uai) > (select l.name_key, l.siret, l.school_uai from keyed l
    where l.siret = ${key.siret} and l.school_uai = ${key.schoolUai})) is not false`;
}

async function withNotes(db: Queryable, actor: Actor, rows: HostRow[]): Promise<RememberedHost[]> {
  const notes =
    rows.length === 0
      ? []
      : await listNotes(
          db,
          actor,
          rows.map(({ siret }) => siret),
        );
  return rows.map((row) => ({
    ...row,
    notes: notes
      .filter(({ siret, schoolUai }) => siret === row.siret && schoolUai === row.schoolUai)
      .map(({ siret: _siret, schoolUai: _schoolUai, ...note }) => note),
  }));
}

async function listNotes(
  db: Queryable,
  actor: Actor,
  sirets: string[],
): Promise<(HostNote & { siret: string; schoolUai: string })[]> {
  const rows = await db
    .select({
      id: hostNotes.id,
      siret: hostNotes.siret,
      schoolUai: hostNotes.schoolUai,
      body: hostNotes.body,
      writtenAt: hostNotes.writtenAt,
      changedAt: hostNotes.changedAt,
      authorId: hostNotes.authorId,
      byName: sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`,
    })
    .from(hostNotes)
    .innerJoin(persons, eq(persons.id, hostNotes.authorId))
    .where(and(inArray(hostNotes.schoolUai, teamSchools(actor)), inArray(hostNotes.siret, sirets)))
    .orderBy(desc(hostNotes.writtenAt), desc(hostNotes.id))
    .limit(MOST_NOTES);
  return rows.map(({ authorId, ...note }) => ({ ...note, isMine: authorId === actor.personId }));
}
