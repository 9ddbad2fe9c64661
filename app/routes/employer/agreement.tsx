import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hostPartSchema } from "#app/domain/agreements/agreement.schema.ts";
import { hostPartOf } from "#app/domain/agreements/content/agreement-parts.ts";
import { readLawfulHours } from "#app/domain/agreements/check-typed-hours.ts";
import { fillAgreement } from "#app/domain/agreements/fill-agreement.server.ts";
import { getAgreement } from "#app/domain/agreements/read-agreement.queries.server.ts";
import { getAgreementText } from "#app/domain/agreements/text/read-agreement-text.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { HostAgreementPage } from "#app/ui/agreements/host-agreement-page.tsx";
import { HOURS_TO_CORRECT } from "#app/ui/messages/agreements.ts";
import { agreementTitle } from "#app/ui/messages/names.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseFormData, readForm, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { agreementIdOf, foundOrThrow, refusedAgreement } from "../agreements/agreement-request.server.ts";

export { revalidateOnConflict as shouldRevalidate } from "../agreements/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(page ? agreementTitle(page.agreement.content) : "Convention") },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const agreement = foundOrThrow(await getAgreement(ctx.db, ctx.actor, agreementIdOf(args), ["host"]));
  return {
    agreement,
    now: ctx.clock.now(),
    text: await getAgreementText(ctx.db, ctx.actor, agreement.id, ["host"]),
    done: doneOn("agreement", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const agreementId = agreementIdOf(args);
  const { content } = foundOrThrow(await getAgreement(ctx.db, ctx.actor, agreementId, ["host"]));
  const form = await readForm(args.request);
  const parsed = parseFormData(form, hostPartSchema);
  const hours = readLawfulHours(content, (field) => typedText(form, field));
  const hoursErrors: Record<string, string[]> = hours ? {} : { hours: [HOURS_TO_CORRECT] };
  if (!parsed.ok) return invalid({ values: parsed.values, errors: { ...parsed.errors, ...hoursErrors } });
  if (!hours) return invalid({ values: parsed.typed, errors: hoursErrors });
  const { contentHash } = parsed.value;
  const part = hostPartOf(parsed.value, hours);
  const result = await underSendingLimits(ctx.app, { "send-part": agreementId }, () =>
    fillAgreement(ctx, { agreementId, contentHash, side: "host", part }),
  );
  if ("tooOften" in result) return tooSoon(parsed.typed, result.tooOften);
  if (!result.ok)
    return refusedAgreement(ctx, agreementId, result.error, { action: "fill_host", values: parsed.typed });
  throw redirect(paths.employer.agreement(agreementId, { fait: "enregistree" }), 303);
}

function typedText(form: FormData, field: string): string {
  const typed = form.get(field);
  return typeof typed === "string" ? typed : "";
}

export default function EmployerAgreement() {
  return <HostAgreementPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
