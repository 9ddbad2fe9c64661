import { describeCsvProblem, listSome } from "#app/ui/messages/administration/csv-files.ts";
import { importPlaces } from "#app/domain/reference/import-places.server.ts";
import { seedReference } from "#db/seed/reference.ts";
import { readFileArguments, runCommand, say, ScriptFailure } from "./support/import-command.ts";
import { followFile } from "./support/progress.ts";
import { openScriptContext } from "./support/script-context.ts";

await runCommand(async () => {
  const { file } = readFileArguments("npm run import:places -- FICHIER");
  const context = await openScriptContext();
  try {
    await seedReference(context.db);
    const progress = followFile(file, "Communes");
    const outcome = await importPlaces(context, {
      source: progress.bytes,
      onProgress: (rows) => progress.rows(rows),
    });
    progress.finish();
    if (!outcome.ok) throw new ScriptFailure(describeCsvProblem(file, outcome.error.problem));
    const { read, updated, unchanged, unknown, badLines, withoutPoint, approximate } = outcome.value;
    say();
    say(`Lignes lues : ${count(read)}`);
    say(`Communes mises à jour : ${count(updated)}, inchangées : ${count(unchanged)}`);
    if (unknown.length > 0) say(`Codes inconnus (communes fusionnées depuis) : ${listSome(unknown)}`);
    if (badLines.length > 0) say(`Valeurs inutilisables aux lignes ${listSome(badLines)}`);
    say(`Communes encore à un point approché : ${count(approximate)}, sans point : ${count(withoutPoint)}`);
    say("Un service en marche relit les lieux à son prochain démarrage.");
  } finally {
    await context.close();
  }
});

function count(value: number): string {
  return value.toLocaleString("fr-FR");
}
