import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOwnSessions } from "#app/domain/accounts/sessions/end-own-sessions.server.ts";
import { listOwnSessions } from "#app/domain/accounts/sessions/own-sessions.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { SessionsPage } from "#app/ui/auth/sessions-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readIntent } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { endedSessionHeader } from "#app/web/session.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mes appareils connectés") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args);
  return {
    sessions: await listOwnSessions(ctx, ctx.sessionId),
    done: doneOn("sessions", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args);
  const { intent, form } = await readIntent(args.request, INTENTS.sessions);
  if (intent === "end_others") {
    await endOwnSessions(ctx, { allBut: ctx.sessionId });
    logSecurity(args, "other_sessions_ended", ctx.actor.personId);
    throw redirect(paths.sessions({ fait: "deconnectes" }), 303);
  }
  const only = form.get("sessionId");
  if (typeof only !== "string" || !isId(only)) throw notFound();
  if (!(await endOwnSessions(ctx, { only })).ok) throw notFound();
  logSecurity(args, "session_ended", ctx.actor.personId);
  if (only !== ctx.sessionId) throw redirect(paths.sessions({ fait: "deconnecte" }), 303);
  throw redirect(paths.signIn({ fait: "deconnexion" }), {
    status: 303,
    headers: { "Set-Cookie": await endedSessionHeader(ctx.app) },
  });
}

export default function Sessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />;
}
