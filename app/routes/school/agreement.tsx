import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  requestChangesSchema,
  schoolPartSchema,
  validateAgreementSchema,
} from "#app/domain/agreements/agreement.schema.ts";
import { schoolPartOf } from "#app/domain/agreements/content/agreement-parts.ts";
import { checkAgreementDocument } from "#app/domain/agreements/document/check-agreement-document.server.ts";
import { fillAgreement } from "#app/domain/agreements/fill-agreement.server.ts";
import { getAgreement } from "#app/domain/agreements/read-agreement.queries.server.ts";
import { requestAgreementChanges } from "#app/domain/agreements/request-agreement-changes.server.ts";
import { takeBackValidation } from "#app/domain/agreements/take-back-validation.server.ts";
import { takeBackUntil } from "#app/domain/history/take-back.ts";
import { getAgreementText } from "#app/domain/agreements/text/read-agreement-text.queries.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { doneOn, paths, type DoneCode } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { SchoolAgreementPage } from "#app/ui/school/school-agreement-page.tsx";
import { agreementTitle } from "#app/ui/messages/names.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseFormData, readIntent, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { isPressedTwice } from "#app/web/pressed-twice.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import {
  agreementIdOf,
  foundOrThrow,
  refusedAgreement,
  requireSchool,
} from "../agreements/agreement-request.server.ts";

export { revalidateOnConflict as shouldRevalidate } from "../agreements/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(page ? agreementTitle(page.agreement.content) : "Convention") },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const agreement = foundOrThrow(
    await getAgreement(ctx.db, ctx.actor, agreementIdOf(args), ["teacher", "staff"]),
  );
  const mayTakeBack = agreement.actions.includes("take_back_validation");
  const act = { to: "teacher_validated", by: "teacher" };
  return {
    agreement,
    now: ctx.clock.now(),
    text: await getAgreementText(ctx.db, ctx.actor, agreement.id, ["teacher", "staff"]),
    takeBackUntil: mayTakeBack ? takeBackUntil(agreement.changes, act, ctx.clock.now()) : null,
    done: doneOn("agreement", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const { id: agreementId } = foundOrThrow(
    await getAgreement(ctx.db, ctx.actor, agreementIdOf(args), ["teacher", "staff"]),
  );
  const { intent, form } = await readIntent(args.request, INTENTS.schoolAgreement);
  switch (intent) {
    case "validate":
      return validate(ctx, agreementId, form);
    case "take_back":
      return takeBack(ctx, agreementId);
    case "request_changes":
      return requestChanges(ctx, agreementId, form);
    case "fill":
      return fill(ctx, agreementId, form);
  }
}

async function validate(ctx: ActorRequest, agreementId: string, form: FormData) {
  const parsed = parseFormData(form, validateAgreementSchema);
  if (!parsed.ok) return invalid(parsed);
  const printable = await checkAgreementDocument({ db: ctx.db, pdf: ctx.app.pdf }, { agreementId });
  if (!printable.ok)
    return refusedAgreement(ctx, agreementId, printable.error, { action: "validate", values: parsed.typed });
  const result = await underSendingLimits(ctx.app, { "send-decision": agreementId }, () =>
    validateAgreement(ctx, { agreementId, ...parsed.value }),
  );
  if ("tooOften" in result) return tooSoon(parsed.typed, result.tooOften);
  const twice = !result.ok && (await isPressedTwice(ctx, { agreementId }, result.error, "teacher_validated"));
  if (!result.ok && !twice)
    return refusedAgreement(ctx, agreementId, result.error, { action: "validate", values: parsed.typed });
  return backTo(agreementId, "validee");
}

async function takeBack(ctx: ActorRequest, agreementId: string) {
  const result = await underSendingLimits(ctx.app, { "send-decision": agreementId }, () =>
    takeBackValidation(ctx, { agreementId }),
  );
  if ("tooOften" in result) return tooSoon({}, result.tooOften);
  const twice = !result.ok && (await isPressedTwice(ctx, { agreementId }, result.error, "completed"));
  if (!result.ok && !twice)
    return refusedAgreement(ctx, agreementId, result.error, { action: "take_back_validation", values: {} });
  return backTo(agreementId, "validation-annulee");
}

async function requestChanges(ctx: ActorRequest, agreementId: string, form: FormData) {
  const parsed = parseFormData(form, requestChangesSchema);
  if (!parsed.ok) return invalid(parsed);
  const result = await underSendingLimits(ctx.app, { "send-decision": agreementId }, () =>
    requestAgreementChanges(ctx, { agreementId, ...parsed.value }),
  );
  if ("tooOften" in result) return tooSoon(parsed.typed, result.tooOften);
  const twice = !result.ok && (await isPressedTwice(ctx, { agreementId }, result.error, "changes_requested"));
  if (!result.ok && !twice)
    return refusedAgreement(ctx, agreementId, result.error, {
      action: "request_changes",
      values: parsed.typed,
    });
  return backTo(agreementId, "modification");
}

async function fill(ctx: ActorRequest, agreementId: string, form: FormData) {
  const parsed = parseFormData(form, schoolPartSchema);
  if (!parsed.ok) return invalid(parsed);
  const { contentHash } = parsed.value;
  const part = schoolPartOf(parsed.value);
  const result = await underSendingLimits(ctx.app, { "send-part": agreementId }, () =>
    fillAgreement(ctx, { agreementId, contentHash, side: "school", part }),
  );
  if ("tooOften" in result) return tooSoon(parsed.typed, result.tooOften);
  if (!result.ok)
    return refusedAgreement(ctx, agreementId, result.error, { action: "fill_school", values: parsed.typed });
  return backTo(agreementId, "enregistree");
}

function backTo(agreementId: string, done: DoneCode<"agreement">) {
  throw redirect(paths.school.agreement(agreementId, { fait: done }), 303);
}

export default function SchoolAgreement() {
  return <SchoolAgreementPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
