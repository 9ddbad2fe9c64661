import type { LoaderFunctionArgs } from "@remix-run/node";
import { getFoundDocument } from "#app/domain/found/found-part.queries.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { pdfResponse } from "../agreements/pdf-response.server.ts";
import { requireFound } from "./found-request.server.ts";

/** The agreement of an internship found elsewhere, for its host, once it is validated. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, request } = await requireFound(args);
  const found = await getFoundDocument(app, request);
  if (!found.ok) throw notFound();
  return pdfResponse(found.value, request.id);
}
