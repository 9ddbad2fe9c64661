import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nextStatus } from "#app/domain/applications/application.ts";
import { transferApplicationSchema } from "#app/domain/applications/application.schema.ts";
import { getApplicationForHost } from "#app/domain/applications/views/applications.host-queries.server.ts";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { listTransferTargets } from "#app/domain/applications/views/transfer-targets.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { TransferApplicationPage } from "#app/ui/employer/transfer-application-page.tsx";
import { transferFailureMessage } from "#app/ui/messages/applications.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Transmettre une candidature") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireActor(args, "employer");
  const { applicationId } = args.params;
  const found = isId(applicationId) ? await getApplicationForHost(db, actor, applicationId) : null;
  if (!found) throw notFound();
  const { id, firstName, status } = found;
  if (!nextStatus(status, "transfer", "host")) throw redirect(paths.employer.application(id));
  return { application: { id, firstName }, targets: await listTransferTargets(db, id, clock.now()) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const { applicationId } = args.params;
  if (!isId(applicationId) || !(await getApplicationForHost(ctx.db, ctx.actor, applicationId)))
    throw notFound();
  const form = await parseForm(args.request, transferApplicationSchema);
  if (!form.ok) return invalid(form);
  const move = { applicationId, ...form.value };
  const moved = await underSendingLimits(ctx.app, { "send-transfer": ctx.actor.personId }, () =>
    transferApplication(ctx, move),
  );
  if ("tooOften" in moved) return tooSoon(form.typed, moved.tooOften);
  if (moved.ok)
    throw redirect(paths.employer.application(moved.value.applicationId, { fait: "transmise" }), 303);
  if (moved.error.code === "not_found") throw notFound();
  return refused(form.typed, transferFailureMessage(moved.error));
}

export default function TransferApplication() {
  return (
    <TransferApplicationPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />
  );
}
