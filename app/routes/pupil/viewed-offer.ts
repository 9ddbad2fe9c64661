import type { ActionFunctionArgs } from "@remix-run/node";
import { viewOffer } from "#app/domain/discovery/viewed/view-offer.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

/** The browser tells that the page of an offer has been shown: its loader, which also runs ahead of time, tells nothing. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { offerId } = args.params;
  if (!isId(offerId) || !(await viewOffer(ctx, { offerId })).ok) throw notFound();
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}
