import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSchoolImage } from "#app/domain/schools/profile/school-profile.queries.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { imageKindOf, requireProfiledSchool } from "./profiled-school.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, uai } = await requireProfiledSchool(args);
  const bytes = await getSchoolImage(ctx, { uai, kind: imageKindOf(args) });
  if (!bytes) throw notFound();
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "image/png",
      "Content-Length": String(bytes.byteLength),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
