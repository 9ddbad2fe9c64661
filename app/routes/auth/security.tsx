import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isHostOrStaff } from "#app/domain/accounts/actor.ts";
import { changePassword } from "#app/domain/accounts/security/change-password.server.ts";
import { getProtection } from "#app/domain/accounts/second-factor/protection.queries.server.ts";
import { renewRecoveryCodes } from "#app/domain/accounts/second-factor/renew-recovery-codes.server.ts";
import { changePasswordSchema, confirmedSchema } from "#app/domain/accounts/security/security.schema.ts";
import { doneOn, paths } from "#app/paths.ts";
import { SecurityPage } from "#app/ui/auth/security-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { passwordRefusal, WRONG_CURRENT_PASSWORD } from "#app/ui/messages/accounts/passwords.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { clientAddressOf } from "#app/web/app-of.server.ts";
import { tooManyRequests } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { recoveryCodesHeader } from "#app/web/links/recovery-codes.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";
import { judgePassword } from "#app/web/security/password-guesses.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { sessionHeader } from "#app/web/session.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Sécurité de mon compte") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args);
  return {
    protection: await getProtection(ctx),
    mayHavePasskeys: isHostOrStaff(ctx.actor),
    done: doneOn("security", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args);
  const { intent, form } = await readIntent(args.request, INTENTS.security);
  return intent === "password" ? await choosePassword(args, ctx, form) : await renewCodes(args, ctx, form);
}

/** Whoever sits at an open session guesses no more than at the door. */
async function judged<Outcome extends { ok: boolean }>(
  args: ActionFunctionArgs,
  { app, actor }: ActorRequest,
  judge: () => Promise<Outcome>,
): Promise<Outcome> {
  const guess = { account: actor.personId, clientAddress: clientAddressOf(args), known: true };
  const outcome = await judgePassword(app.rateLimits, guess, judge);
  if ("waitSeconds" in outcome) throw tooManyRequests(outcome.waitSeconds);
  return outcome;
}

async function choosePassword(args: ActionFunctionArgs, ctx: ActorRequest, form: FormData) {
  const parsed = parseFormData(form, changePasswordSchema);
  if (!parsed.ok) return invalid({ errors: parsed.errors, values: {} });
  const outcome = await judged(args, ctx, () => changePassword(ctx, parsed.value));
  if (!outcome.ok)
    return outcome.error.code === "weak_password"
      ? refused({}, passwordRefusal(outcome.error.reason), "password")
      : refused({}, WRONG_CURRENT_PASSWORD, "current");
  logSecurity(args, "password_changed", ctx.actor.personId);
  const headers = { "Set-Cookie": await sessionHeader(outcome.value.token, ctx.app) };
  throw redirect(paths.security({ fait: "mot-de-passe" }), { status: 303, headers });
}

async function renewCodes(args: ActionFunctionArgs, ctx: ActorRequest, form: FormData) {
  const parsed = parseFormData(form, confirmedSchema);
  if (!parsed.ok) return invalid({ errors: parsed.errors, values: {} });
  const { confirmation: current } = parsed.value;
  const outcome = await judged(args, ctx, () => renewRecoveryCodes(ctx, { current }));
  if (!outcome.ok) return refused({}, WRONG_CURRENT_PASSWORD, "confirmation");
  logSecurity(args, "recovery_codes_renewed", ctx.actor.personId);
  const headers = { "Set-Cookie": await recoveryCodesHeader(ctx.app, ctx.actor.personId, outcome.value) };
  throw redirect(paths.enrolSecondFactor(paths.security()), { status: 303, headers });
}

export default function Security() {
  return <SecurityPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
