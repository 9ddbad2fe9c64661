import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isHostOrStaff } from "#app/domain/accounts/actor.ts";
import { addPasskey } from "#app/domain/accounts/passkeys/add-passkey.server.ts";
import { relyingParty } from "#app/domain/accounts/passkeys/passkey.ts";
import { listPasskeys, proposePasskey } from "#app/domain/accounts/passkeys/passkeys.queries.server.ts";
import { addPasskeySchema } from "#app/domain/accounts/passkeys/passkeys.schema.ts";
import { removePasskey } from "#app/domain/accounts/passkeys/remove-passkey.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { PasskeysPage } from "#app/ui/auth/passkeys/passkeys-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { PASSKEY_REFUSALS } from "#app/ui/messages/accounts/passkeys.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { forbidden, notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mes clés d’accès") }];

async function requireOwner(args: LoaderFunctionArgs): Promise<ActorRequest> {
  const ctx = await requireActor(args);
  if (!isHostOrStaff(ctx.actor)) throw forbidden();
  return ctx;
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOwner(args);
  const { app, actor } = ctx;
  return {
    passkeys: await listPasskeys(app.db, actor),
    options: await proposePasskey(
      { db: app.db, clock: app.clock, actor, secrets: app.secrets },
      relyingParty(app.env.PUBLIC_URL),
    ),
    done: doneOn("passkeys", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOwner(args);
  const { intent, form } = await readIntent(args.request, INTENTS.passkeys);
  if (intent === "add") return await add(args, ctx, form);
  const passkeyId = form.get("passkeyId");
  if (typeof passkeyId !== "string" || !isId(passkeyId)) throw notFound();
  if (!(await removePasskey(ctx, { passkeyId })).ok) throw notFound();
  logSecurity(args, "passkey_removed", ctx.actor.personId);
  throw redirect(paths.passkeys({ fait: "supprimee" }), 303);
}

async function add(args: ActionFunctionArgs, ctx: ActorRequest, form: FormData) {
  const { app, db, clock, actor } = ctx;
  const parsed = parseFormData(form, addPasskeySchema);
  if (!parsed.ok) {
    const { response, ...errors } = parsed.errors;
    const values = { label: parsed.values.label };
    return invalid({ errors: response ? { ...errors, "": response } : errors, values });
  }
  const { response, label } = parsed.value;
  const site = relyingParty(app.env.PUBLIC_URL);
  const outcome = await addPasskey({ db, clock, actor, secrets: app.secrets }, { response, label, site });
  if (!outcome.ok) return refused({ label }, PASSKEY_REFUSALS[outcome.error.code]);
  logSecurity(args, "passkey_added", actor.personId);
  throw redirect(paths.passkeys({ fait: "ajoutee" }), 303);
}

export default function Passkeys() {
  return <PasskeysPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
