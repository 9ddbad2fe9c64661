import { sql } from "drizzle-orm";
import { CsvFailure, readCsv } from "#app/domain/reference/read-csv.server.ts";
import type { CsvProblem } from "#app/domain/reference/csv-problem.ts";
import { err, ok } from "#app/kernel/result.ts";
import type { Result } from "#app/kernel/result.ts";
import type { Database, Transaction } from "#db/client.ts";

export const PLACE_COLUMNS = ["code_insee", "longitude", "latitude"] as const;

export interface ImportPlacesReport {
  read: number;
  updated: number;
  unchanged: number;
  unknown: string[];
  badLines: number[];
  /** Communes without any point, and with an approximate one, once all is read. */
  withoutPoint: number;
  approximate: number;
}
export type ImportPlacesError = { code: "unusable_file"; problem: CsvProblem };

interface PlaceRow {
  code: string;
  latitude: number;
  longitude: number;
}

const BATCH = 5000;

/**
 * Gives communes the exact points of a file. All or nothing; a second run changes nothing. The point of a commune
 * becomes exact: distances from it are told with their decimal.
 */
export async function importPlaces(
  { db }: { db: Database },
  input: { source: AsyncIterable<Uint8Array>; onProgress?: (rows: number) => void },
): Promise<Result<ImportPlacesReport, ImportPlacesError>> {
  const report = { read: 0, updated: 0, unchanged: 0, unknown: [] as string[], badLines: [] as number[] };
  try {
    const left = await db.transaction(async (tx) => {
      let batch: PlaceRow[] = [];
      for await (const { line, values, truncated } of readCsv(input.source, PLACE_COLUMNS)) {
        report.read += 1;
        const place = truncated ? null : readPlace(values);
        if (place) batch.push(place);
        else report.badLines.push(line);
        if (batch.length < BATCH) continue;
        await writePlaces(tx, batch, report);
        batch = [];
        input.onProgress?.(report.read);
      }
      await writePlaces(tx, batch, report);
      input.onProgress?.(report.read);
      return countLeft(tx);
    });
    return ok({ ...report, ...left });
  } catch (error) {
    if (error instanceof CsvFailure) return err({ code: "unusable_file", problem: error.problem });
    throw error;
  }
}

function readPlace(values: Record<(typeof PLACE_COLUMNS)[number], string>): PlaceRow | null {
  const code = values.code_insee.toUpperCase();
  const latitude = Number(values.latitude.replace(",", "."));
  const longitude = Number(values.longitude.replace(",", "."));
  const usable =
    /^\d[\dAB]\d{3}$/.test(code) &&
    values.latitude !== "" &&
    values.longitude !== "" &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180;
  return usable ? { code, latitude, longitude } : null;
}

async function writePlaces(
  tx: Transaction,
  rows: PlaceRow[],
  report: { updated: number; unchanged: number; unknown: string[] },
): Promise<void> {
  const json = JSON.stringify(rows);
  const updated = await tx.execute(sql`
    update municipalities m set latitude = r.latitude, longitude = r.longitude, approximate = false
    from jsonb_to_recordset(${json}::jsonb) as r(code text, latitude float8, longitude float8)
    where m.insee_code = r.code
      and (m.latitude, m.longitude, m.approximate) is distinct from (r.latitude, r.longitude, false)
    returning m.insee_code`);
  const unknown = await tx.execute<{ code: string }>(sql`
    select r.code from jsonb_to_recordset(${json}::jsonb) as r(code text)
    where not exists (select from municipalities m where m.insee_code = r.code) order by r.code`);
  report.updated += updated.length;
  report.unchanged += rows.length - updated.length - unknown.length;
  report.unknown.push(...unknown.map((row) => row.code));
}

async function countLeft(tx: Transaction): Promise<{ withoutPoint: number; approximate: number }> {
  const [left] = await tx.execute<{ without: number; approximate: number }>(sql`
    select (count(*) filter (where latitude is null))::int as without,
      (count(*) filter (where approximate))::int as approximate
    from municipalities where type = 'commune'`);
  return { withoutPoint: left?.without ?? 0, approximate: left?.approximate ?? 0 };
}
