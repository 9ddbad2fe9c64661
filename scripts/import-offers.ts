import { describeCsvProblem } from "#app/ui/messages/administration/csv-files.ts";
import { importOffers } from "#app/domain/offers/import/import-offers.server.ts";
import type { ImportOffersReport } from "#app/domain/offers/import/import-offers.server.ts";
import type { OfferSkipReason } from "#app/domain/offers/import/import-offers.ts";
import { listMunicipalities } from "#app/domain/reference/municipalities.queries.server.ts";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { seedReference } from "#db/seed/reference.ts";
import { readPostcodes } from "#db/seed/reference/postcodes.ts";
import { readFileArguments, runCommand, say, ScriptFailure } from "./support/import-command.ts";
import { followFile } from "./support/progress.ts";
import { openScriptContext } from "./support/script-context.ts";

const SKIP_REASONS: Record<OfferSkipReason, string> = {
  truncated: "ligne incomplète",
  no_id: "identifiant absent",
  other_level: "réservées à la troisième ou à la quatrième (laissées de côté)",
  unknown_level: "niveau inconnu",
  unknown_sector: "secteur inconnu",
  unplaceable: "lieu introuvable",
};

await runCommand(async () => {
  const { file } = readFileArguments("npm run import:offers -- FICHIER");
  const context = await openScriptContext();
  try {
    if (context.mode === "production") {
      throw new ScriptFailure(
        "Import refusé : ces offres de démonstration n'ont pas leur place en production " +
          "(SERVICE_MODE=demonstration ou test est attendu).",
      );
    }
    await seedReference(context.db);
    const progress = followFile(file, "Offres");
    const outcome = await importOffers(context, {
      source: progress.bytes,
      places: createPlaceIndex(await listMunicipalities(context.db), readPostcodes()),
      onProgress: (rows) => progress.rows(rows),
    });
    progress.finish();
    if (!outcome.ok) throw new ScriptFailure(describe(file, outcome.error));
    printReport(outcome.value);
  } finally {
    await context.close();
  }
});

type Failure = Extract<Awaited<ReturnType<typeof importOffers>>, { ok: false }>["error"];

function describe(file: string, error: Failure): string {
  if (error.code === "unusable_file") return describeCsvProblem(file, error.problem);
  return "Aucune campagne en cours ou à venir dans cette base : lancez d'abord « npm run demo » ou « npm run db:seed ».";
}

function printReport(report: ImportOffersReport): void {
  say();
  say(`Lignes lues : ${count(report.read)}`);
  say(`Offres créées : ${count(report.created)}, déjà présentes et inchangées : ${count(report.unchanged)}`);
  say(`Placées à un point approché de leur commune : ${count(report.approximate)}`);
  say(`Lignes écartées : ${count(report.skipped.reduce((sum, skipped) => sum + skipped.count, 0))}`);
  for (const { reason, count: total, examples } of report.skipped) {
    say(`  - ${SKIP_REASONS[reason]} : ${count(total)}`);
    if (reason === "other_level") continue;
    for (const { line, text } of examples) say(`      ligne ${line} : ${text}`);
    if (total > examples.length) say(`      … et ${count(total - examples.length)} de plus`);
  }
}

function count(value: number): string {
  return value.toLocaleString("fr-FR");
}
