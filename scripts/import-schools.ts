import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { describeCsvProblem, listSome } from "#app/ui/messages/administration/csv-files.ts";
import { importSchools } from "#app/domain/schools/import-schools.server.ts";
import type { ImportSchoolsReport } from "#app/domain/schools/import-schools.server.ts";
import type { SideReport } from "#app/domain/schools/import-report.ts";
import { SKIP_REASONS } from "#app/ui/messages/administration/school-imports.ts";
import { plural } from "#app/kernel/text.ts";
import { seedReference } from "#db/seed/reference.ts";
import { readFileArguments, runCommand, say, ScriptFailure } from "./support/import-command.ts";
import { followFile } from "./support/progress.ts";
import { openScriptContext } from "./support/script-context.ts";

const USAGE = "npm run import:schools -- FICHIER [--enrolment FICHIER] [--priority FICHIER]";

await runCommand(async () => {
  const { file, options } = readFileArguments(USAGE, ["enrolment", "priority"]);
  const context = await openScriptContext();
  try {
    await seedReference(context.db);
    const directory = followFile(file, "Annuaire");
    const outcome = await importSchools(context, {
      directory: directory.bytes,
      ...(options.enrolment && { enrolment: followFile(options.enrolment, "Effectifs").bytes }),
      ...(options.priority && { priority: followFile(options.priority, "Éducation prioritaire").bytes }),
      onProgress: (rows) => directory.rows(rows),
      keep: (tx) =>
        appendAudit(tx, {}, { action: "directory.imported", as: "operator" }, context.clock.now()),
    });
    directory.finish();
    if (!outcome.ok) {
      const paths = { directory: file, enrolment: options.enrolment, priority: options.priority };
      throw new ScriptFailure(describeCsvProblem(paths[outcome.error.file] ?? file, outcome.error.problem));
    }
    printReport(outcome.value);
  } finally {
    await context.close();
  }
});

function printReport(report: ImportSchoolsReport): void {
  say();
  say(`Lignes lues : ${count(report.read)}`);
  say(
    `Établissements créés : ${count(report.created)}, mis à jour : ${count(report.updated)}, inchangés : ${count(report.unchanged)}`,
  );
  say(`Concernés par le stage (voie générale ou technologique) : ${count(report.concerned)}`);
  say(`Placés au centre de leur commune, faute de coordonnées sûres : ${count(report.approximate)}`);
  printMisplaced(report);
  if (report.unplaced.length > 0) say(`Sans aucune position : ${listSome(report.unplaced)}`);
  if (report.absent > 0)
    say(`Déjà connus et absents de ce fichier (laissés tels quels) : ${count(report.absent)}`);
  say(`Lignes écartées : ${count(report.skipped.reduce((sum, skipped) => sum + skipped.count, 0))}`);
  for (const skipped of report.skipped) {
    say(
      `  - ${SKIP_REASONS[skipped.reason]} : ${count(skipped.count)} (lignes ${listSome(skipped.lines, skipped.count)})`,
    );
  }
  printDuplicates(report);
  if (report.enrolment) printSide("Effectifs de seconde", report.enrolment);
  if (report.priority)
    printSide("Éducation prioritaire (REP) et quartiers prioritaires (QPV)", report.priority);
}

function printMisplaced({ misplaced, misplacedCount }: ImportSchoolsReport): void {
  for (const { uai, town, km } of misplaced)
    say(
      km === null
        ? `  - ${uai}, ${town} : des coordonnées qui n'en sont pas`
        : `  - ${uai}, ${town} : à ${count(km)} km de sa commune d'après l'annuaire`,
    );
  if (misplacedCount > misplaced.length) say(`  … et ${count(misplacedCount - misplaced.length)} de plus`);
}

function printDuplicates({ duplicates, duplicateCount }: ImportSchoolsReport): void {
  if (duplicateCount === 0) return;
  say(
    `${plural(duplicateCount, "UAI présent", "UAI présents")} sur plusieurs lignes ; règle : un établissement ouvert d'abord, ` +
      `puis une voie générale ou technologique, puis un nom qui n'est pas celui d'une annexe ou d'un second site, ` +
      `puis la première ligne.`,
  );
  for (const { uai, kept, others } of duplicates)
    say(`  - ${uai} : gardé « ${kept} » ; écarté ${others.map((name) => `« ${name} »`).join(", ")}`);
  if (duplicateCount > duplicates.length) say(`  … et ${count(duplicateCount - duplicates.length)} de plus`);
}

function printSide(title: string, side: SideReport): void {
  say(
    `${title} : ${plural(side.read, "ligne lue", "lignes lues")}, ${count(side.updated)} mises à jour, ${count(side.unchanged)} inchangées`,
  );
  if (side.unknown.length > 0) {
    say(`  - ${plural(side.unknown.length, "UAI inconnu")} de l'annuaire : ${listSome(side.unknown)}`);
  }
  if (side.badLines.length > 0) say(`  - valeurs inutilisables aux lignes ${listSome(side.badLines)}`);
}

function count(value: number): string {
  return value.toLocaleString("fr-FR");
}
