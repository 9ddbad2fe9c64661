import { createHash } from "node:crypto";
import type { EntryContext } from "@remix-run/node";
import { knownTags } from "./known-tags.server.ts";

/**
 * What tells one state of a page from another, for pages that ask for it (`handle.keptForVisitors`) and readers who are
 * not signed in; null for any other answer. It is made of all that the page shows: what the loaders gave and the build.
 * The nonce is no part of it: a browser that keeps the page keeps the policy it came with.
 */
export function visitorTag(
  request: Request,
  { staticHandlerContext, routeModules, manifest }: EntryContext,
): string | null {
  const { matches, errors, loaderData, statusCode } = staticHandlerContext;
  const read = request.method === "GET" || request.method === "HEAD";
  // While developing, a page changes with its code too.
  if (!read || errors || statusCode !== 200 || "hmr" in manifest) return null;
  const page: unknown = routeModules[matches.at(-1)?.route.id ?? ""]?.handle;
  const shell: unknown = loaderData.root;
  if (!isObject(page) || !("keptForVisitors" in page)) return null;
  if (!isObject(shell) || !("viewer" in shell) || shell.viewer !== null) return null;
  const state = JSON.stringify([manifest.version, loaderData]);
  return `W/"${createHash("sha256").update(state).digest("base64url").slice(0, 27)}"`;
}

/** The browser may keep the page, and asks each time whether it still holds; what signs in or out has another one. */
export function visitorHeaders(tag: string): Record<string, string> {
  return { ETag: tag, "Cache-Control": "private, no-cache", Vary: "Cookie, Accept-Encoding" };
}

/**
 * "It still holds", said before the page is drawn. No security policy goes with it: it would replace the one that the
 * kept page came with, whose nonce its scripts bear.
 */
export function stillHolds(request: Request, tag: string): Response | null {
  const kept = knownTags(request);
  if (!kept.includes(tag) && !kept.includes("*")) return null;
  return new Response(null, { status: 304, headers: visitorHeaders(tag) });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
