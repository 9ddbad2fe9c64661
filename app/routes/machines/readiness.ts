import type { LoaderFunctionArgs } from "@remix-run/node";
import { appOf } from "#app/web/app-of.server.ts";

/** Whether the process may be sent visitors: 503 with the names of what is missing otherwise. */
export async function loader(args: LoaderFunctionArgs) {
  const missing = await appOf(args).readiness.check();
  const ready = missing.length === 0;
  return Response.json(
    { status: ready ? "ready" : "not_ready", missing },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
