import type { LoaderFunctionArgs } from "@remix-run/node";
import { tooManyRequests } from "#app/web/errors.server.ts";
import { ownDataArchive } from "#app/web/own-data-archive.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args);
  const wait = await ctx.app.rateLimits.consume("own-data-archive", ctx.actor.personId);
  if (wait !== null) throw tooManyRequests(wait);
  const archive = await ownDataArchive(ctx);
  logSecurity(args, "own_data_downloaded", ctx.actor.personId);
  return new Response(new Uint8Array(archive), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(archive.byteLength),
      "Content-Disposition": 'attachment; filename="mes-donnees.zip"',
      "Cache-Control": "private, no-store",
    },
  });
}
