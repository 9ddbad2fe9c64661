import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { RequestEmailChangeFailure } from "#app/domain/accounts/account.failures.ts";
import { isHostOrStaff } from "#app/domain/accounts/actor.ts";
import { cancelEmailChange } from "#app/domain/accounts/email-change/cancel-email-change.server.ts";
import { getOwnEmail } from "#app/domain/accounts/email-change/email-change.queries.server.ts";
import { requestEmailChange } from "#app/domain/accounts/email-change/request-email-change.server.ts";
import { changePassword } from "#app/domain/accounts/security/change-password.server.ts";
import { getProtection } from "#app/domain/accounts/second-factor/protection.queries.server.ts";
import { renewRecoveryCodes } from "#app/domain/accounts/second-factor/renew-recovery-codes.server.ts";
import {
  changePasswordSchema,
  confirmedSchema,
  emailChangeSchema,
} from "#app/domain/accounts/security/security.schema.ts";
import { doneOn, paths } from "#app/paths.ts";
import { SecurityPage } from "#app/ui/auth/security-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { EMAIL_CHANGE_REFUSALS } from "#app/ui/messages/accounts/email-change.ts";
import { passwordRefusal, WRONG_CURRENT_PASSWORD } from "#app/ui/messages/accounts/passwords.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { clientAddressOf } from "#app/web/app-of.server.ts";
import { tooManyRequests } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused, type TypedValues } from "#app/web/forms.server.ts";
import { countLinkTo } from "#app/web/links/link-requests.server.ts";
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
    address: await getOwnEmail(ctx),
    mayHavePasskeys: isHostOrStaff(ctx.actor),
    done: doneOn("security", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args);
  const { intent, form } = await readIntent(args.request, INTENTS.security);
  switch (intent) {
    case "password":
      return await choosePassword(args, ctx, form);
    case "codes":
      return await renewCodes(args, ctx, form);
    case "email":
      return await changeEmail(args, ctx, form);
    case "cancel_email":
      await cancelEmailChange(ctx);
      throw redirect(paths.security({ fait: "adresse-annulee" }), 303);
  }
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

async function changeEmail(args: ActionFunctionArgs, ctx: ActorRequest, form: FormData) {
  const { hasPassword } = await getProtection(ctx);
  const parsed = parseFormData(form, emailChangeSchema({ hasPassword }));
  const { proof: _typed, ...values } = parsed.ok ? parsed.typed : parsed.values;
  if (!parsed.ok) return invalid({ errors: parsed.errors, values });
  const { newEmail: email, proof: current, oldIsLost } = parsed.value;
  const wait = await ctx.app.rateLimits.consume("email-change", ctx.actor.personId);
  if (wait !== null) throw tooManyRequests(wait);
  await countLinkTo(ctx.app, email.toLowerCase());
  const asked = { email, current, oldIsLost, sessionId: ctx.sessionId };
  const outcome = await judged(args, ctx, () => requestEmailChange(ctx, asked));
  if (!outcome.ok) return refusedChange(values, outcome.error.code);
  logSecurity(args, "email_change_asked", ctx.actor.personId);
  throw redirect(paths.security({ fait: "adresse-demandee" }), 303);
}

function refusedChange(values: TypedValues, code: RequestEmailChangeFailure["code"]) {
  if (code === "wrong_password") return refused(values, WRONG_CURRENT_PASSWORD, "proof");
  return refused(values, EMAIL_CHANGE_REFUSALS[code], code === "same_address" ? "newEmail" : undefined);
}

export default function Security() {
  return <SecurityPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
