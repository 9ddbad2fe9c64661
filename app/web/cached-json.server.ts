import { createHash } from "node:crypto";
import { knownTags } from "./known-tags.server.ts";

/** The same for every visitor: worth keeping a moment, and worth nothing when it has not changed since. */
export function sharedJson(request: Request, body: unknown, seconds: number): Response {
  const text = JSON.stringify(body);
  const etag = `W/"${createHash("sha1").update(text).digest("base64url")}"`;
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": `public, max-age=${seconds}`,
    ETag: etag,
    Vary: "Cookie",
  };
  return knownTags(request).includes(etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}

/** For its reader alone. */
export function personalJson(body: unknown): Response {
  return Response.json(body, { headers: { "Cache-Control": "private, no-store", Vary: "Cookie" } });
}
