import type { LoaderFunctionArgs } from "@remix-run/node";
import { previewAgreement } from "#app/domain/agreements/school-lines/preview-agreement.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireProfiledSchool } from "./profiled-school.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, uai } = await requireProfiledSchool(args);
  const { db, clock, actor, app } = ctx;
  const preview = await previewAgreement({ db, clock, actor, pdf: app.pdf }, { uai });
  if (!preview.ok) throw notFound();
  return new Response(new Uint8Array(preview.value), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(preview.value.byteLength),
      "Content-Disposition": 'inline; filename="apercu-convention.pdf"',
      "Cache-Control": "private, no-store",
    },
  });
}
