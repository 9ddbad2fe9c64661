import type { LoaderFunctionArgs } from "@remix-run/node";
import type { FoundRequest } from "#app/domain/found/found-internship.ts";
import { findFoundByLink } from "#app/domain/found/found.queries.server.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { linkGone, tooManyRequests } from "#app/web/errors.server.ts";

/** What the link of this request opens, no account needed. Each loader and each action calls it itself. */
export async function requireFound(args: Pick<LoaderFunctionArgs, "request" | "context" | "params">) {
  const app = appOf(args);
  const { token = "" } = args.params;
  const request: FoundRequest | null = await findFoundByLink(app, token);
  if (!request) throw linkGone("found_link");
  if (args.request.method !== "GET") {
    const wait = await app.rateLimits.consume("write-found", request.id);
    if (wait !== null) throw tooManyRequests(wait);
  }
  const link = { foundId: request.id, linkVersion: request.linkVersion };
  return { app, db: app.db, clock: app.clock, request, token, link };
}
