import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { erasedOn } from "#app/domain/personal-data/erasure.ts";
import { getErasureConsequences } from "#app/domain/personal-data/erasure-consequences.queries.server.ts";
import { countOwnData } from "#app/domain/personal-data/own-data.queries.server.ts";
import { requestErasureSchema } from "#app/domain/personal-data/personal-data.schema.ts";
import { requestErasure } from "#app/domain/personal-data/request-erasure.server.ts";
import { paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { OwnDataPage } from "#app/ui/personal-data/own-data-page.tsx";
import { ERASURE_REFUSALS } from "#app/ui/personal-data/own-data-words.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { endedSessionHeader } from "#app/web/session.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mes données") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireActor(args);
  const now = clock.now();
  return {
    counts: await countOwnData(db, actor),
    isPupil: hasRole(actor, "pupil"),
    consequences: await getErasureConsequences(db, actor, now),
    erasedOn: erasedOn(now),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args);
  const { form } = await readIntent(args.request, INTENTS.ownData);
  const parsed = parseFormData(form, requestErasureSchema);
  if (!parsed.ok) return invalid(parsed);
  const outcome = await requestErasure(ctx);
  if (!outcome.ok) return refused(parsed.typed, ERASURE_REFUSALS[outcome.error.code]);
  logSecurity(args, "erasure_requested", ctx.actor.personId);
  throw redirect(paths.signIn({ fait: "effacement" }), {
    status: 303,
    headers: { "Set-Cookie": await endedSessionHeader(ctx.app) },
  });
}

export default function OwnData() {
  return <OwnDataPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
