import { parseArgs } from "node:util";
import { inviteAdministrator } from "#app/domain/accounts/links/invite-administrator.server.ts";
import { linkRequestSchema } from "#app/domain/accounts/links/links.schema.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { paths } from "#app/paths.ts";
import { answerHelp, runCommand, say, ScriptFailure } from "./support/import-command.ts";
import { openScriptContext } from "./support/script-context.ts";

const USAGE = "npm run admin:invite -- ADRESSE";

await runCommand(async () => {
  const email = readAddress();
  const context = await openScriptContext();
  try {
    // The link is signed and addressed as the web process will read it.
    const env = readEnv({ ...process.env, SERVICE_MODE: context.mode, DATABASE_URL: context.url });
    const links = createLinkSigner(env.LINK_SECRET);
    const linkId = await inviteAdministrator(context, { email });
    say(`Lien à usage unique pour ${email}, valable trois jours :`);
    say(`${env.PUBLIC_URL}${paths.oneTimeLink(links.sign("access", linkId))}`);
    say("Il part aussi par e-mail, dès que le service (npm run worker) tourne.");
  } finally {
    await context.close();
  }
});

function readAddress(): string {
  answerHelp(USAGE);
  const { positionals } = parseArgs({ allowPositionals: true });
  const [typed, ...rest] = positionals;
  const parsed = linkRequestSchema.safeParse({ email: typed });
  if (!parsed.success || rest.length > 0)
    throw new ScriptFailure(`Une adresse électronique est attendue. Usage : ${USAGE}`);
  return parsed.data.email;
}
