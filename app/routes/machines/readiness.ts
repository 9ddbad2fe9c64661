import type { LoaderFunctionArgs } from "@remix-run/node";
import { checkReadiness } from "#app/domain/operations/readiness.queries.server.ts";
import { appOf } from "#app/web/app-of.server.ts";

/** Whether the service can do its work: 503 with the names of what is missing otherwise. */
export async function loader(args: LoaderFunctionArgs) {
  const missing = await checkReadiness(appOf(args));
  const ready = missing.length === 0;
  return Response.json(
    { status: ready ? "ready" : "not_ready", missing },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
