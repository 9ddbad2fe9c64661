import { sql } from "drizzle-orm";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { CsvFailure, readCsv } from "#app/domain/reference/read-csv.server.ts";
import type { CsvProblem } from "#app/domain/reference/csv-problem.ts";
import type { PlaceIndex } from "#app/domain/reference/place.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import { err, ok } from "#app/kernel/result.ts";
import type { Result } from "#app/kernel/result.ts";
import { OFFER_COLUMNS, readOfferRow } from "./import-offers.ts";
import type { FileOffer, OfferSkipReason } from "./import-offers.ts";
import { writeImportedOffers } from "./import-offers.store.server.ts";
import type { Hosts } from "./import-offers.store.server.ts";

export interface ImportOffersInput {
  source: AsyncIterable<Uint8Array>;
  places: PlaceIndex;
  onProgress?: (rows: number) => void;
}
export interface SkippedOffers {
  reason: OfferSkipReason;
  count: number;
  /** The first lines that it concerns, with what could not be understood in them. */
  examples: { line: number; text: string }[];
}
export interface ImportOffersReport {
  read: number;
  created: number;
  unchanged: number;
  approximate: number;
  skipped: SkippedOffers[];
}
export type ImportOffersError = { code: "no_campaign" } | { code: "unusable_file"; problem: CsvProblem };

const BATCH = 500;
const EXAMPLES = 50;

/**
 * Turns the rows of a file into published offers of invented organisations, for the demonstration. Each batch is one
 * transaction, search rows included; a row already imported is left as it is, so that an import cut short is
 * finished by running it again.
 */
export async function importOffers(
  { db, clock }: UseCaseContext,
  { source, places, onProgress }: ImportOffersInput,
): Promise<Result<ImportOffersReport, ImportOffersError>> {
  const now = clock.now();
  const campaign = await getCurrentCampaign(db, now);
  if (!campaign) return err({ code: "no_campaign" });
  const report: ImportOffersReport = { read: 0, created: 0, unchanged: 0, approximate: 0, skipped: [] };
  const hosts: Hosts = new Map();
  let rows: FileOffer[] = [];
  const flush = async (): Promise<void> => {
    const created = await db.transaction((tx) =>
      writeImportedOffers(tx, { rows, campaignId: campaign.id, now, hosts }),
    );
    report.created += created;
    report.unchanged += rows.length - created;
    rows = [];
    onProgress?.(report.read);
  };
  try {
    for await (const row of readCsv(source, OFFER_COLUMNS)) {
      report.read += 1;
      const offer = readOfferRow(row, places);
      if (typeof offer === "string") {
        const { secteur, ville, code_postal: postcode, filiere } = row.values;
        note(report.skipped, offer, row.line, [ville, postcode, secteur, filiere].join(" ; "));
        continue;
      }
      if (offer.place.approximate) report.approximate += 1;
      if (rows.push(offer) === BATCH) await flush();
    }
    await flush();
  } catch (error) {
    if (error instanceof CsvFailure) return err({ code: "unusable_file", problem: error.problem });
    throw error;
  }
  // The planner must know the new sizes before the first search.
  await db.execute(sql`analyze host_organisations, host_sites, offers, offer_seats, offer_search`);
  return ok(report);
}

function note(skipped: SkippedOffers[], reason: OfferSkipReason, line: number, text: string): void {
  let known = skipped.find((entry) => entry.reason === reason);
  if (!known) skipped.push((known = { reason, count: 0, examples: [] }));
  known.count += 1;
  if (known.examples.length < EXAMPLES) known.examples.push({ line, text });
}
