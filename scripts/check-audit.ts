import { parseArgs } from "node:util";
import { verifyAudit, type AuditReport, type ChainFault } from "#app/domain/audit/verify-audit.server.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { answerHelp, runCommand, say, ScriptFailure } from "./support/import-command.ts";
import { openScriptContext } from "./support/script-context.ts";

const USAGE = "npm run check:audit [-- --seal EMPREINTE]";

const FAULTS: Record<ChainFault, string> = {
  seal_missing: "il manque au moins un sceau juste avant celui-ci",
  chain_cut: "il ne suit pas le sceau précédent",
  seal_altered: "le sceau lui-même a été modifié",
  entries_missing: "au moins un acte qu'il scelle a été supprimé",
  entries_added: "au moins un acte y a été ajouté",
  entries_altered: "au moins un acte qu'il scelle a été modifié",
  head_unknown: "le sceau noté ailleurs n'est plus dans la chaîne : sa fin a été coupée ou refaite",
};

await runCommand(async () => {
  answerHelp(USAGE);
  const noted = readNoted();
  const context = await openScriptContext({ migrate: false });
  try {
    tell(await verifyAudit(context.db, { now: context.clock.now(), noted }));
  } finally {
    await context.close();
  }
});

/** The hash of a seal that was kept elsewhere, as the worker's log tells them: what shows that the end of a chain was cut. */
function readNoted(): string | null {
  try {
    const { seal } = parseArgs({ options: { seal: { type: "string" } } }).values;
    if (seal === undefined || /^[0-9a-f]{64}$/.test(seal)) return seal ?? null;
  } catch (error) {
    throw new ScriptFailure(`${(error as Error).message}. Usage : ${USAGE}`);
  }
  throw new ScriptFailure(`Une empreinte a 64 chiffres et lettres de a à f. Usage : ${USAGE}`);
}

function tell({ seals, entries, forgotten, unsealed, head, broken }: AuditReport): void {
  if (broken) {
    const { seal, fault, sealedAt } = broken;
    const when = sealedAt ? ` (du ${frenchDateTime(sealedAt)})` : "";
    say(`✗ La chaîne se rompt au sceau ${seal}${when} : ${FAULTS[fault]}.`);
    process.exitCode = 1;
    return;
  }
  say(
    `✓ ${plural(entries, "acte scellé", "actes scellés")} par ${plural(seals, "sceau", "sceaux")} : la chaîne tient.`,
  );
  if (forgotten > 0) say(`  Oubliés à leur terme, sceaux gardés : ${plural(forgotten, "acte")}`);
  if (unsealed > 0) say(`  Pas encore scellés : ${plural(unsealed, "acte")}`);
  if (head) say(`  Dernier sceau, à noter ailleurs : ${head.number} ${head.hash}`);
}
