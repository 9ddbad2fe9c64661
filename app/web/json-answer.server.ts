import type { EntryContext } from "@remix-run/node";

/** A client that asks for JSON and not for a page. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get("Accept") ?? "";
  return accept.includes("application/json") && !accept.includes("text/html");
}

/** The loader's data of the page asked for, when this page gives them as JSON and the client wants that. */
export function jsonAnswer(
  request: Request,
  { staticHandlerContext, routeModules }: EntryContext,
): Response | null {
  const id = staticHandlerContext.matches.at(-1)?.route.id;
  if (!id || staticHandlerContext.errors || !wantsJson(request)) return null;
  const handle: unknown = routeModules[id]?.handle;
  if (typeof handle !== "object" || handle === null || !("answersJson" in handle)) return null;
  const body: unknown = staticHandlerContext.loaderData[id];
  return Response.json(body, { headers: { "Cache-Control": "private, no-store", Vary: "Accept" } });
}
