import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { linkRequestSchema } from "#app/domain/accounts/links/links.schema.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { appOf, clientAddressOf } from "#app/web/app-of.server.ts";
import { tooManyRequests } from "#app/web/errors.server.ts";
import { invalid, parseForm } from "#app/web/forms.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { tooManyTries } from "#app/web/security/sign-in-failures.server.ts";

/** One more link to this address, whatever it opens; the seconds to wait when it was sent enough of them in an hour or a day. */
async function consumeLinkTo({ rateLimits }: AppContext, email: string): Promise<number | null> {
  for (const limit of ["link-recipient", "link-recipient-day"] as const) {
    const wait = await rateLimits.consume(limit, email);
    if (wait !== null) return wait;
  }
  return null;
}

/** The same for a link that nobody has to have at once: throws a 429. */
export async function countLinkTo(app: AppContext, email: string): Promise<void> {
  const wait = await consumeLinkTo(app, email);
  if (wait !== null) throw tooManyRequests(wait);
}

/**
 * Someone types their address to be sent a link, then is led to the page that says so. Limits count what was typed, never what
 * exists: neither the answer nor a refusal tells who has an account. An address for which many were asked is still sent one
 * an hour, and told to open it meanwhile: it is the way in of an owner whose password others guess.
 */
export async function answerLinkRequest(
  args: ActionFunctionArgs,
  purpose: "sign_in" | "password_reset",
  { sent, sentAlready }: { sent: string; sentAlready: string },
) {
  const app = appOf(args);
  const fromHere = await app.rateLimits.consume("link-address", clientAddressOf(args));
  if (fromHere !== null) throw tooManyTries(app, "link", fromHere);
  const form = await parseForm(args.request, linkRequestSchema);
  if (!form.ok) return invalid(form);
  const email = form.value.email.toLowerCase();
  const untilNext = (await consumeLinkTo(app, email)) !== null;
  if (untilNext && (await app.rateLimits.consume("link-recipient-always", `${purpose} ${email}`)) !== null)
    throw redirect(sentAlready, 303);
  await requestLink(app, { email, purpose, untilNext });
  logSecurity(args, "link_requested");
  throw redirect(sent, 303);
}
