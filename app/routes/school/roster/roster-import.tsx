import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { abandonRoster } from "#app/domain/roster/abandon-roster.server.ts";
import { isRosterField } from "#app/domain/roster/columns/roster-fields.ts";
import { confirmRoster } from "#app/domain/roster/confirm-roster.server.ts";
import { mapRosterColumns } from "#app/domain/roster/map-columns.server.ts";
import { isAtWork } from "#app/domain/roster/roster-import.ts";
import { getRosterImport } from "#app/domain/roster/roster-imports.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { ROSTER_REFUSALS } from "#app/ui/messages/roster.ts";
import { RosterImportPage } from "#app/ui/school/roster/roster-import-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Import d’une liste d’élèves") }];

const REFRESH_SECONDS = 2;

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args, "schoolOffice", "schoolHead");
  const shown = await getRosterImport(db, actor, args.params.rosterId);
  if (!shown) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const refreshes = isAtWork(shown.status) && query.get("actualiser") !== "non";
  return {
    shown,
    mapping: query.get("colonnes") === "oui",
    refreshSeconds: refreshes ? REFRESH_SECONDS : null,
    done: doneOn("rosterImport", query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const { intent, form } = await readIntent(args.request, INTENTS.rosterImport);
  const shown = await getRosterImport(ctx.db, ctx.actor, args.params.rosterId);
  if (!shown) throw notFound();
  return ACTS[intent](ctx, shown.id, form);
}

const ACTS = { map, import: confirm, abandon };

async function map(ctx: ActorRequest, importId: string, form: FormData) {
  const values = Object.fromEntries([...form].filter(([name]) => name.startsWith("column-")));
  const last = Math.max(-1, ...Object.keys(values).map((name) => Number(name.slice("column-".length)) || 0));
  const fields = Array.from({ length: Math.min(last + 1, 256) }, (_, index) => {
    const value = values[`column-${index}`];
    return isRosterField(value) ? value : null;
  });
  const mapped = await mapRosterColumns(ctx, { importId, fields });
  if (!mapped.ok) return refused(values, ROSTER_REFUSALS[mapped.error.code]);
  throw redirect(paths.school.rosterImport(importId, { fait: "colonnes" }), 303);
}

async function confirm(ctx: ActorRequest, importId: string, form: FormData) {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const confirmed = await confirmRoster(ctx, {
    importId,
    newClasses: texts("newClasses"),
    gone: texts("gone"),
    everyoneGone: form.get("everyoneGone") === "oui",
    goneConfirmed: form.get("goneConfirmed") === "oui",
  });
  if (confirmed.ok) throw redirect(paths.school.rosterImport(importId, { fait: "confirme" }), 303);
  const { code } = confirmed.error;
  const values = {
    newClasses: texts("newClasses"),
    gone: texts("gone"),
    everyoneGone: form.get("everyoneGone"),
  };
  return refused(values, ROSTER_REFUSALS[code], code === "unconfirmed" ? "goneConfirmed" : undefined);
}

async function abandon(ctx: ActorRequest, importId: string) {
  const abandoned = await abandonRoster(ctx, { importId });
  if (!abandoned.ok) return refused({}, ROSTER_REFUSALS[abandoned.error.code]);
  throw redirect(paths.school.rosterImport(importId, { fait: "abandonne" }), 303);
}

export default function RosterImport() {
  return <RosterImportPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
