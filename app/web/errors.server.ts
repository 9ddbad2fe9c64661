/** Responses that loaders and actions throw; the root's error page tells them in French, with a way out. */
export function badRequest(): Response {
  return new Response(null, { status: 400 });
}

export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** For a link that opened something once, or never did: the error page says where to ask for a new one. */
export function linkGone(): Response {
  return new Response("guardian_link", { status: 404 });
}

export function forbidden(): Response {
  return new Response(null, { status: 403 });
}

/** `reason` is a code that the error page knows how to say. */
export function conflict(reason: string): Response {
  return new Response(reason, { status: 409 });
}

export function tooManyRequests(waitSeconds: number): Response {
  return new Response(String(waitSeconds), { status: 429, headers: { "Retry-After": String(waitSeconds) } });
}
