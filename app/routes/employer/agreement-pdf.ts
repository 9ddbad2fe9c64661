import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/web/require-actor.server.ts";
import { agreementPdfResponse } from "../agreements/pdf-response.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  return agreementPdfResponse(await requireActor(args, "employer"), args, ["host"]);
}
