import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getFollowedApplication } from "#app/domain/guardians/follow-up.queries.server.ts";
import { codeDestination } from "#app/domain/guardians/guardian-access.ts";
import { letterCodeSchema } from "#app/domain/guardians/guardian.schema.ts";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { verifyLetterCode } from "#app/domain/guardians/verify-letter-code.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { LetterCodePage } from "#app/ui/guardian/letter-code-page.tsx";
import { codeFailureMessage, NO_CONTACT, WAIT_FOR_CODE } from "#app/ui/messages/guardian.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { accessHeader } from "#app/web/links/guardian-access.server.ts";
import {
  applicationIdOf,
  openLetters,
  requireGuardian,
  type GuardianRequest,
} from "./guardian-request.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Code pour lire la lettre") },
  { name: "robots", content: "noindex, nofollow" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireGuardian(args);
  const found = await getFollowedApplication(ctx.db, ctx.guardian, applicationIdOf(args), ctx.clock.now());
  if (!found) throw notFound();
  const { id, title } = found.application;
  if (await openLetters(args.request, ctx)) throw redirect(paths.guardianApplication(ctx.token, id));
  return {
    token: ctx.token,
    pupilFirstName: ctx.guardian.pupilFirstName,
    application: { id, title },
    destination: codeDestination(ctx.guardian),
    done: doneOn("guardianCode", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireGuardian(args);
  const applicationId = applicationIdOf(args);
  if (!(await getFollowedApplication(ctx.db, ctx.guardian, applicationId, ctx.clock.now()))) throw notFound();
  const { intent, form } = await readIntent(args.request, INTENTS.letterCode);
  return intent === "send" ? send(args, ctx, applicationId) : verify(args, ctx, applicationId, form);
}

async function send(
  args: ActionFunctionArgs,
  { app, guardian, token }: GuardianRequest,
  applicationId: string,
) {
  const wait = await app.rateLimits.consume("guardian-code", guardian.id);
  if (wait !== null) return tooSoon({}, WAIT_FOR_CODE, "code");
  const outcome = await underSendingLimits(app, { "send-code": guardian.id }, () =>
    requestLetterCode(app, { guardianId: guardian.id }),
  );
  if ("tooOften" in outcome) return tooSoon({}, outcome.tooOften, "code");
  if (!outcome.ok) return refused({}, NO_CONTACT);
  logSecurity(args, "code_requested", { guardianId: guardian.id });
  throw redirect(paths.guardianCode(token, applicationId, { fait: "envoye" }), 303);
}

async function verify(
  args: ActionFunctionArgs,
  { app, guardian, token }: GuardianRequest,
  applicationId: string,
  form: FormData,
) {
  const parsed = parseFormData(form, letterCodeSchema);
  if (!parsed.ok) return invalid(parsed);
  const wait = await app.rateLimits.consume("guardian-code-try", guardian.id);
  if (wait !== null) return tooSoon(parsed.typed, WAIT_FOR_CODE, "code");
  const outcome = await verifyLetterCode(app, { guardianId: guardian.id, code: parsed.value.code });
  logSecurity(args, outcome.ok ? "code_accepted" : "code_refused", { guardianId: guardian.id });
  if (!outcome.ok) return refused(parsed.typed, codeFailureMessage(outcome.error), "code");
  throw redirect(`${paths.guardianApplication(token, applicationId)}#lettre`, {
    status: 303,
    headers: { "Set-Cookie": await accessHeader(app, token, outcome.value) },
  });
}

export default function LetterCode() {
  return <LetterCodePage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
