import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSchool } from "../agreements/agreement-request.server.ts";
import { agreementPdfResponse } from "../agreements/pdf-response.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  return agreementPdfResponse(await requireSchool(args), args, ["teacher", "staff"]);
}
