import type { RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { refusalPage } from "#app/web/refusal-page.server.ts";

/** Mail readers post to it from wherever they are (RFC 8058): its signed token alone opens it, no session is read there. */
export const UNSUBSCRIBE_LINK = /^\/desabonnement\/[\w-]+$/;

interface BodyRule {
  path: RegExp;
  maxBytes: number;
  /** Parts cost far more to read than fields: only the pages that take files do. */
  multipart: boolean;
}

/** What a body may be, by address: the first rule that fits. A page that takes a file adds its own. */
const RULES: readonly BodyRule[] = [
  // A mail reader sends one field of its own, as it likes.
  { path: UNSUBSCRIBE_LINK, maxBytes: 4_000, multipart: true },
  { path: /^\/api\/webhooks\//, maxBytes: 128_000, multipart: false },
  // The directory of schools as published, with room for four times as much, and the enrolments.
  { path: /^\/admin\/etablissements\/import(\.data)?$/, maxBytes: 17_100_000, multipart: true },
  // A header or a stamp, with room for one that is too heavy to be told so.
  { path: /^\/etablissement\/fiche\/images\/[a-z]+(\.data)?$/, maxBytes: 2_000_000, multipart: true },
  // The list of a school's pupils, and what a form adds to it.
  { path: /^\/etablissement\/eleves\/import(\.data)?$/, maxBytes: 5_300_000, multipart: true },
  // Long texts, each letter with an accent written in six characters.
  { path: /^\/(employeur|etablissement|eleve|offres|admin)(\/|$)/, maxBytes: 256_000, multipart: false },
  { path: /^/, maxBytes: 64_000, multipart: false },
];

const REFUSALS_OF_BODIES = [400, 411, 413, 415];
/** What an address may still send once its bodies have been refused too often: enough to sign in, as a whole school does. */
const SMALL_BYTES = 4_000;

/**
 * Judges a body by its headers, before anything reads it: length, then type. Refused bodies are counted by address, in this
 * process alone: a shared count would cost more than the refusal.
 */
export function refuseBodies(): RequestHandler {
  const refused = new RateLimiterMemory({ points: 30, duration: 60 });
  return (request, response, next) => {
    const { "content-length": length, "content-type": type = "" } = request.headers;
    if (length === undefined && request.headers["transfer-encoding"] === undefined) return next();
    const address = request.ip ?? "";
    response.once("finish", () => {
      if (REFUSALS_OF_BODIES.includes(response.statusCode)) void refused.penalty(address);
    });
    const rule = RULES.find(({ path }) => path.test(request.path));
    if (length === undefined) return refusalPage(response, 411);
    if (!rule || Number(length) > rule.maxBytes) return refusalPage(response, 413);
    if (!rule.multipart && /^\s*multipart\//i.test(type)) return refusalPage(response, 415);
    if (Number(length) <= SMALL_BYTES) return next();
    void refused.get(address).then((counted) => {
      if (!counted || counted.remainingPoints > 0) return next();
      response.set("Retry-After", String(Math.ceil(counted.msBeforeNext / 1000)));
      refusalPage(response, 429);
    });
  };
}
