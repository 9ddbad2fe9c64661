import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { UseLinkFailure } from "#app/domain/accounts/account.failures.ts";
import { answerEmailChange } from "#app/domain/accounts/email-change/answer-email-change.server.ts";
import { refuseEmailChange } from "#app/domain/accounts/email-change/refuse-email-change.server.ts";
import { err, type Result } from "#app/kernel/result.ts";
import { paths } from "#app/paths.ts";
import { appOf, contextOf } from "../app-of.server.ts";
import { conflict } from "../errors.server.ts";
import { optionalActor, requireActor } from "../require-actor.server.ts";
import { logSecurity } from "../security/security-log.server.ts";
import { sessionHeader } from "../session.server.ts";

interface PressedLink {
  token: string;
  linkId: string;
}

/** One of the two mailboxes of a change of address agrees: leads to what is left to do, or gives back why nothing happened. */
export async function agreeToChange(
  args: ActionFunctionArgs,
  { token, linkId }: PressedLink,
  purpose: "email_change_old" | "email_change_new",
): Promise<Result<never, UseLinkFailure>> {
  const isNew = purpose === "email_change_new";
  const actor = isNew ? (await requireActor(args)).actor : await optionalActor(args);
  const answered = await answerEmailChange(contextOf(args), { linkId, actor });
  if (!answered.ok && answered.error.code === "no_account") throw conflict("address_taken");
  if (!answered.ok) return err(answered.error);
  logSecurity(args, "link_used", actor?.personId);
  const { isDone, token: session } = answered.value;
  if (!isDone)
    throw redirect(
      isNew ? paths.security({ fait: "adresse-confirmee" }) : paths.oneTimeLink(token, { fait: "accord" }),
      303,
    );
  logSecurity(args, "email_changed", actor?.personId);
  if (session === null) throw redirect(paths.signIn({ fait: "adresse-changee" }), 303);
  const headers = { "Set-Cookie": await sessionHeader(session, appOf(args)) };
  throw redirect(paths.security({ fait: "adresse-changee" }), { status: 303, headers });
}

/** "Ce n’est pas moi": whoever says so is led to choose another password. */
export async function refuseChange(args: ActionFunctionArgs, { token, linkId }: PressedLink): Promise<never> {
  const refused = await refuseEmailChange(contextOf(args), { linkId });
  if (!refused.ok) throw redirect(paths.oneTimeLink(token), 303);
  logSecurity(args, "email_change_stopped");
  throw redirect(paths.forgottenPassword({ fait: "changement-arrete" }), 303);
}
