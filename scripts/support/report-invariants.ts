import { checkInvariants, type Invariant } from "#app/domain/operations/invariants.queries.server.ts";
import { answerHelp, runCommand, ScriptFailure } from "./import-command.ts";
import { openScriptContext } from "./script-context.ts";

/** Prints each rule with its verdict; exit code 1 when one is broken, or could not be asked. */
export async function reportInvariants(name: string, invariants: readonly Invariant[]): Promise<void> {
  const usage = `npm run ${name}`;
  answerHelp(usage);
  await runCommand(() => {
    if (process.argv.length > 2) throw new ScriptFailure(`Aucune option n'est attendue. Usage : ${usage}`);
    return report(invariants);
  });
}

async function report(invariants: readonly Invariant[]): Promise<void> {
  const context = await openScriptContext({ migrate: false });
  const reports = await checkInvariants(context.db, invariants);
  await context.close();
  for (const { name, rule, violations, examples } of reports) {
    const verdict = violations === 0 ? "✓" : `✗ ${violations} (${examples.join(", ")})`;
    process.stdout.write(`${verdict} ${name} : ${rule}\n`);
  }
  if (reports.some(({ violations }) => violations > 0)) process.exitCode = 1;
}
