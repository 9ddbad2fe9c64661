import type { LoaderFunctionArgs } from "@remix-run/node";
import { appOf } from "#app/web/app-of.server.ts";

const LIMIT = 8;
/** Communes move once a year; what people type is nobody else's business, hence their own cache. */
const CACHE = "public, max-age=3600";

/** Completion of a place: communes, postcodes, lycées and territories, best first: a search takes the first. */
export function loader(args: LoaderFunctionArgs) {
  const text = new URL(args.request.url).searchParams.get("q")?.trim() ?? "";
  const found = text ? appOf(args).places.search(text, LIMIT) : [];
  const lieux = found.map(({ label, type, code, lat, lon }) => ({
    label,
    type,
    code,
    lat: Math.round(lat * 100) / 100,
    lon: Math.round(lon * 100) / 100,
  }));
  return Response.json({ lieux }, { headers: { "Cache-Control": CACHE } });
}
