import type { ErrorReason } from "#app/ui/messages/error-pages.ts";

/** Responses that loaders and actions throw; the error page of their frame tells them in French, with a way out. */
function thrown(status: number, reason: ErrorReason | null = null): Response {
  return new Response(reason, { status });
}

export function badRequest(reason?: ErrorReason): Response {
  return thrown(400, reason);
}

export function forbidden(): Response {
  return thrown(403);
}

export function notFound(): Response {
  return thrown(404);
}

/** For a link that opened something once, or never did: the error page says where to ask for a new one. */
export function linkGone(
  reason: "guardian_link" | "supervisor_link" | "found_link" = "guardian_link",
): Response {
  return thrown(404, reason);
}

export function conflict(reason: ErrorReason): Response {
  return thrown(409, reason);
}

/** How long a visitor waits before asking again for what the database could not give. */
export const PAUSE_SECONDS = 10;

export function unavailable(): Response {
  return new Response(null, { status: 503, headers: { "Retry-After": String(PAUSE_SECONDS) } });
}

export function tooManyRequests(waitSeconds: number): Response {
  return new Response(String(waitSeconds), { status: 429, headers: { "Retry-After": String(waitSeconds) } });
}
