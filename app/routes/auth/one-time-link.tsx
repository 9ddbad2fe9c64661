import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { UseLinkFailure } from "#app/domain/accounts/account.failures.ts";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { getLinkPage, getLinkSchool } from "#app/domain/accounts/links/links.queries.server.ts";
import { finishLinkSchema } from "#app/domain/accounts/links/links.schema.ts";
import { proveEmail } from "#app/domain/accounts/links/prove-email.server.ts";
import { renewLink } from "#app/domain/accounts/links/renew-link.server.ts";
import { useLink as openLink, type UsedLink } from "#app/domain/accounts/links/use-link.server.ts";
import { openHostAccount } from "#app/domain/hosts/team/open-host-account.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { confirmJoinRequest } from "#app/domain/schools/team/confirm-join-request.server.ts";
import { inviteFirstMember } from "#app/domain/schools/team/invite-first-member.server.ts";
import { firstMemberSchema } from "#app/domain/schools/team/school-team.schema.ts";
import { doneOn, paths } from "#app/paths.ts";
import { OneTimeLinkPage } from "#app/ui/auth/one-time-link-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { FINISH_REFUSALS, LINK_TITLES } from "#app/ui/messages/accounts/one-time-links.ts";
import { passwordRefusal } from "#app/ui/messages/accounts/passwords.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf, contextOf } from "#app/web/app-of.server.ts";
import { conflict, notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { agreeToChange, refuseChange } from "#app/web/links/email-change-links.server.ts";
import { hasUsedLink, usedLinkHeader } from "#app/web/links/link-proof.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure, tooManyTries } from "#app/web/security/sign-in-failures.server.ts";
import { enterWith } from "#app/web/links/session-entry.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? LINK_TITLES[data.purpose] : "Lien introuvable") },
  { name: "robots", content: "noindex" },
];

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

/** The link that the address bears: a 404 for one that we did not make. */
function linkOf(args: RouteArgs): { token: string; linkId: string } {
  const { token = "" } = args.params;
  const read = appOf(args).links.read("access", token);
  if (!read) throw notFound();
  return { token, linkId: read.id };
}

/** Reading consumes nothing: mail scanners follow links. */
export async function loader(args: LoaderFunctionArgs) {
  const app = appOf(args);
  const link = linkOf(args);
  const page = await getLinkPage(app, link.linkId);
  if (!page) throw notFound();
  const { isBeingUsed, ...shown } = page;
  const isMine = isBeingUsed && (await hasUsedLink(args.request, app, link.linkId));
  return { ...shown, isMine, done: doneOn("oneTimeLink", new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const app = appOf(args);
  const link = linkOf(args);
  const wait = await app.rateLimits.consume("link-press", link.linkId);
  if (wait !== null) throw tooManyTries(app, "link", wait);
  const { intent, form } = await readIntent(args.request, INTENTS.oneTimeLink);
  if (intent === "save") return save(args, form);
  if (intent === "invite") return invite(args, form);
  if (intent === "refuse") return await refuseChange(args, link);
  const here = paths.oneTimeLink(link.token);
  if (intent === "renew") {
    const again = await app.rateLimits.consume("link-renewal", link.linkId);
    if (again !== null) throw tooManyTries(app, "link", again);
    const over = await getLinkPage(app, link.linkId);
    const renewed = await renewLink(app, link);
    if (!renewed.ok) throw notFound();
    if (over && over.state !== "open")
      countFailure(app, "link", over.state, await getLinkSchool(app.db, link.linkId));
    throw redirect(paths.oneTimeLink(link.token, { fait: "renouvele" }), 303);
  }
  const used = await carryOut(args, link);
  if (!used.ok) return refuse(args, link, used.error);
  logSecurity(args, "link_used");
  const outcome = used.value;
  if (outcome.next === "request_sent")
    throw redirect(paths.oneTimeLink(link.token, { fait: "transmise" }), 303);
  if (outcome.next === "account") throw redirect(paths.account({ fait: "adresse-confirmee" }), 303);
  if (outcome.next === "signed_in") return await enterWith(args, outcome.session);
  if (outcome.next === "sign_in") throw redirect(paths.signIn({ fait: "administration" }), 303);
  throw redirect(here, { status: 303, headers: { "Set-Cookie": await usedLinkHeader(app, link.linkId) } });
}

async function refuse(
  args: ActionFunctionArgs,
  { token, linkId }: { token: string; linkId: string },
  { code }: UseLinkFailure,
): Promise<never> {
  const app = appOf(args);
  countFailure(app, "link", code, await getLinkSchool(app.db, linkId));
  if (code === "not_found") throw notFound();
  // An account has been made for this address since, by another link.
  if (code === "no_account") throw redirect(paths.signIn(), 303);
  // The page says that it is over, and offers another one.
  throw redirect(paths.oneTimeLink(token), 303);
}

/** An employer's account is made by the hosts' own use case; an address is proved by whoever has the account open. */
async function carryOut(
  args: ActionFunctionArgs,
  link: { token: string; linkId: string },
): Promise<Result<UsedLink | { next: "account" | "request_sent" }, UseLinkFailure>> {
  const ctx = contextOf(args);
  const page = await getLinkPage(ctx, link.linkId);
  if (page?.purpose === "email_change_old" || page?.purpose === "email_change_new")
    return await agreeToChange(args, link, page.purpose);
  if (page?.purpose === "school_request") {
    const confirmed = await confirmJoinRequest(ctx, link);
    return confirmed.ok ? ok({ next: "request_sent" }) : confirmed;
  }
  if (page?.purpose === "email_proof") {
    const proved = await proveEmail(await requireActor(args), link);
    if (proved.ok) return ok({ next: "account" });
    if (proved.error.code === "no_account") throw conflict("address_taken");
    return err(proved.error);
  }
  if (page?.purpose !== "host_sign_up") return openLink(ctx, link);
  const opened = await openHostAccount(ctx, link);
  return opened.ok ? ok({ next: "signed_in", session: opened.value }) : opened;
}

async function save(args: ActionFunctionArgs, form: FormData) {
  const app = appOf(args);
  const link = linkOf(args);
  const page = await getLinkPage(app, link.linkId);
  if (!page?.isBeingUsed || !(await hasUsedLink(args.request, app, link.linkId)))
    throw redirect(paths.oneTimeLink(link.token), 303);
  const parsed = parseFormData(form, finishLinkSchema(page));
  const { password: _typed, ...values } = parsed.ok ? parsed.typed : parsed.values;
  if (!parsed.ok) return invalid({ errors: parsed.errors, values });
  const { password, name } = parsed.value;
  const outcome = await finishLink(contextOf(args), { linkId: link.linkId, password, name });
  if (!outcome.ok) {
    countFailure(app, "link", outcome.error.code);
    return outcome.error.code === "weak_password"
      ? refused(values, passwordRefusal(outcome.error.reason), "password")
      : refused(values, FINISH_REFUSALS[outcome.error.code]);
  }
  logSecurity(args, "password_changed", outcome.value.personId);
  return await enterWith(args, outcome.value);
}

/** Whoever reads a school's mailbox says who enters first. */
async function invite(args: ActionFunctionArgs, form: FormData) {
  const app = appOf(args);
  const link = linkOf(args);
  if (!(await hasUsedLink(args.request, app, link.linkId)))
    throw redirect(paths.oneTimeLink(link.token), 303);
  const parsed = parseFormData(form, firstMemberSchema);
  if (!parsed.ok) return invalid(parsed);
  const outcome = await inviteFirstMember(contextOf(args), { ...parsed.value, linkId: link.linkId });
  if (!outcome.ok) throw redirect(paths.oneTimeLink(link.token), 303);
  throw redirect(paths.oneTimeLink(link.token, { fait: "invite" }), 303);
}

export default function OneTimeLink() {
  return <OneTimeLinkPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
