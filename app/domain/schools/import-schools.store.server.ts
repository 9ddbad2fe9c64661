import type { MergeCounts, MisplacedSchool, SideCounts } from "./import-report.ts";
import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { DirectorySchool } from "./import-schools.ts";

const LISTED = 100;

/**
 * How far a school may lie from the point of its commune: the largest of the mainland is 30 km wide, those of Guyane and
 * of the Pacific five times as much, and a commune known by the mean of its neighbours is some way off itself.
 */
const FAR_KM = { mainland: 30, overseas: 150, approximate: 100 };

/** Rows of the file wait here until all are read: a file found broken at its end changes nothing. */
export async function createStaging(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    create temporary table imported_schools (line int, uai text, name text, kind text, "isPublic" boolean,
      "underContract" boolean, "addressLine" text, postcode text, town text, "inseeCode" text, "departmentCode" text,
      "academyCode" text, latitude float8, longitude float8, "unusablePoint" boolean, "hasSeconde" boolean, email text, phone text, status text,
      rank int) on commit drop`);
}

export async function stageSchools(tx: Transaction, rows: DirectorySchool[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into imported_schools
    select * from jsonb_populate_recordset(null::imported_schools, ${JSON.stringify(rows)}::jsonb)`);
}

/** Writes the staged schools. Enrolment and priority attributes are not the directory's: they are left as they are. */
export async function mergeStaging(tx: Transaction): Promise<MergeCounts> {
  await tx.execute(sql`create index on imported_schools (uai, rank, line)`);
  await tx.execute(sql`analyze imported_schools`);
  await tx.execute(sql`
    create temporary table kept_schools on commit drop as
    select distinct on (s.uai) s.*, d.code as department, a.code as academy,
      case when far.away then m.latitude else coalesce(s.latitude, m.latitude) end as north,
      case when far.away then m.longitude else coalesce(s.longitude, m.longitude) end as east,
      m.latitude is not null and (s.latitude is null or far.away) as from_commune,
      far.km, coalesce(far.away, false) or s."unusablePoint" as misplaced
    from imported_schools s
    left join municipalities m on m.insee_code = s."inseeCode"
    cross join lateral (
      select km, km > case when m.insee_code ~ '^9[78]' then ${FAR_KM.overseas}::int
        when m.approximate then ${FAR_KM.approximate}::int else ${FAR_KM.mainland}::int end as away
      from (select case when s.latitude is not null and m.latitude is not null
        then great_circle_km(s.latitude, s.longitude, m.latitude, m.longitude) end as km) measured
    ) far
    left join departments d on d.code = s."departmentCode"
    left join academies a on a.code = s."academyCode"
    order by s.uai, s.rank, s.line`);
  const written = await tx.execute<{ created: boolean; count: number }>(sql`
    with written as (
      insert into schools as known (uai, name, kind, is_public, under_contract, address_line, postcode, town, insee_code,
        department_code, academy_code, latitude, longitude, approximate, has_seconde, email, phone, status)
      select uai, name, kind, "isPublic", "underContract", "addressLine", postcode, town, "inseeCode",
        department, academy, north, east, from_commune, "hasSeconde", email, phone, status
      from kept_schools order by uai
      on conflict (uai) do update set (name, kind, is_public, under_contract, address_line, postcode, town, insee_code,
        department_code, academy_code, latitude, longitude, approximate, has_seconde, email, phone, status) =
        (excluded.name, excluded.kind, excluded.is_public, excluded.under_contract, excluded.address_line,
        excluded.postcode, excluded.town, excluded.insee_code, excluded.department_code, excluded.academy_code,
        excluded.latitude, excluded.longitude, excluded.approximate, excluded.has_seconde, excluded.email,
        excluded.phone, excluded.status)
      where (known.name, known.kind, known.is_public, known.under_contract, known.address_line, known.postcode,
        known.town, known.insee_code, known.department_code, known.academy_code, known.latitude, known.longitude,
        known.approximate, known.has_seconde, known.email, known.phone, known.status) is distinct from
        (excluded.name, excluded.kind, excluded.is_public, excluded.under_contract, excluded.address_line,
        excluded.postcode, excluded.town, excluded.insee_code, excluded.department_code, excluded.academy_code,
        excluded.latitude, excluded.longitude, excluded.approximate, excluded.has_seconde, excluded.email,
        excluded.phone, excluded.status)
      returning xmax = 0 as created
    ) select created, count(*)::int as count from written group by created`);
  const created = written.find((row) => row.created)?.count ?? 0;
  const updated = written.find((row) => !row.created)?.count ?? 0;
  return { created, updated, ...(await describeMerge(tx, created + updated)) };
}

async function describeMerge(
  tx: Transaction,
  changed: number,
): Promise<Omit<MergeCounts, "created" | "updated">> {
  const [totals] = await tx.execute<{
    kept: number;
    concerned: number;
    approximate: number;
    absent: number;
  }>(sql`
    select count(*)::int as kept, (count(*) filter (where "hasSeconde"))::int as concerned,
      (count(*) filter (where from_commune))::int as approximate,
      (select count(*)::int from schools s where not exists (select from kept_schools k where k.uai = s.uai)) as absent
    from kept_schools`);
  const unplaced = await tx.execute<{ uai: string }>(
    sql`select uai from kept_schools where north is null order by uai limit ${LISTED}`,
  );
  const misplaced = await tx.execute<MisplacedSchool & { count: number } & Record<string, unknown>>(sql`
    select uai, town, round(km)::int as km, (count(*) over ())::int as count
    from kept_schools where misplaced order by km desc nulls last, uai limit ${LISTED}`);
  const duplicates = await tx.execute<{ uai: string; names: string[]; count: number }>(sql`
    select uai, array_agg(name || ', ' || town order by rank, line) as names, (count(*) over ())::int as count
    from imported_schools group by uai having count(*) > 1 order by uai limit ${LISTED}`);
  return {
    unchanged: (totals?.kept ?? 0) - changed,
    concerned: totals?.concerned ?? 0,
    approximate: totals?.approximate ?? 0,
    absent: totals?.absent ?? 0,
    unplaced: unplaced.map((row) => row.uai),
    misplaced: misplaced.map(({ uai, town, km }) => ({ uai, town, km })),
    misplacedCount: misplaced[0]?.count ?? 0,
    duplicates: duplicates.map(({ uai, names }) => ({ uai, kept: names[0] ?? "", others: names.slice(1) })),
    duplicateCount: duplicates[0]?.count ?? 0,
  };
}

export interface SideRow {
  uai: string;
  /** Values of the attributes, as they are stored. */
  enrolment?: number;
  source?: string;
  rep?: boolean;
  qpv?: boolean;
}
export async function writeEnrolment(tx: Transaction, rows: SideRow[]): Promise<SideCounts> {
  const json = JSON.stringify(rows);
  const updated = await tx.execute(sql`
    update schools s set seconde_enrolment = r.enrolment, enrolment_source = r.source
    from jsonb_to_recordset(${json}::jsonb) as r(uai text, enrolment int, source text)
    where s.uai = r.uai and (s.seconde_enrolment, s.enrolment_source) is distinct from (r.enrolment, r.source)
    returning s.uai`);
  return sideCounts(tx, rows, updated.length);
}

export async function writePriority(tx: Transaction, rows: SideRow[]): Promise<SideCounts> {
  const json = JSON.stringify(rows);
  const updated = await tx.execute(sql`
    update schools s set priority_education = r.rep, priority_district = r.qpv
    from jsonb_to_recordset(${json}::jsonb) as r(uai text, rep boolean, qpv boolean)
    where s.uai = r.uai and (s.priority_education, s.priority_district) is distinct from (r.rep, r.qpv)
    returning s.uai`);
  return sideCounts(tx, rows, updated.length);
}

async function sideCounts(tx: Transaction, rows: SideRow[], updated: number): Promise<SideCounts> {
  const uais = JSON.stringify(rows.map((row) => row.uai));
  const unknown = await tx.execute<{ uai: string }>(sql`
    select u.uai from jsonb_array_elements_text(${uais}::jsonb) as u(uai)
    where not exists (select from schools s where s.uai = u.uai) order by u.uai`);
  return {
    updated,
    unchanged: rows.length - updated - unknown.length,
    unknown: unknown.map((row) => row.uai),
  };
}
