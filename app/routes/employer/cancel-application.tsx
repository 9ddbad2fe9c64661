import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { nextStatus } from "#app/domain/applications/application.ts";
import { cancelApplicationSchema } from "#app/domain/applications/application.schema.ts";
import { getApplicationForHost } from "#app/domain/applications/views/applications.host-queries.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { CancelApplicationPage } from "#app/ui/employer/cancel-application-page.tsx";
import { cancelFailureMessage } from "#app/ui/messages/applications.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Annuler une place") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args, "employer");
  const { applicationId } = args.params;
  const found = isId(applicationId) ? await getApplicationForHost(db, actor, applicationId) : null;
  if (!found) throw notFound();
  const { id, firstName, status, identity } = found;
  if (!nextStatus(status, "cancel", "host")) throw redirect(paths.employer.application(id));
  const school = { phone: identity?.schoolPhone ?? null, email: identity?.schoolEmail ?? null };
  return { application: { id, firstName, status }, school };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const { applicationId } = args.params;
  const found = isId(applicationId) ? await getApplicationForHost(ctx.db, ctx.actor, applicationId) : null;
  if (!found) throw notFound();
  const form = await parseForm(args.request, cancelApplicationSchema);
  if (!form.ok) return invalid(form);
  const { reason, pauseOffer: pausing } = form.value;
  const cancelled = await cancelPlacement(ctx, { applicationId: found.id, reason });
  if (cancelled.ok) {
    const paused = pausing && (await pauseOffer(ctx, { offerId: found.offerId })).ok;
    const fait = paused ? "annulee-en-pause" : "annulee";
    throw redirect(paths.employer.application(found.id, { fait }), 303);
  }
  if (cancelled.error.code === "not_found") throw notFound();
  return refused(form.typed, cancelFailureMessage(cancelled.error));
}

export default function CancelApplication() {
  return (
    <CancelApplicationPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />
  );
}
