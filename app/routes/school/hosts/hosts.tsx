import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readHostFilters, readHostKey } from "#app/domain/host-memory/host-memory.ts";
import { listHosts } from "#app/domain/host-memory/host-memory.queries.server.ts";
import { hostNoteSchema, removeHostNoteSchema } from "#app/domain/host-memory/host-memory.schema.ts";
import { removeHostNote } from "#app/domain/host-memory/remove-host-note.server.ts";
import { saveHostNote } from "#app/domain/host-memory/save-host-note.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { HostsPage } from "#app/ui/school/hosts/hosts-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent } from "#app/web/forms.server.ts";
import { requireSchool } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Les structures qui nous accueillent") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireSchool(args);
  const query = new URL(args.request.url).searchParams;
  const filters = readHostFilters(query);
  const cursor = query.get("curseur");
  const page = await listHosts(db, actor, { ...filters, cursor });
  return { ...page, filters, isFirst: cursor === null, done: doneOn("hosts", query) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const { intent, form } = await readIntent(args.request, INTENTS.hosts);
  if (intent === "remove") {
    const parsed = parseFormData(form, removeHostNoteSchema);
    if (!parsed.ok || !(await removeHostNote(ctx, parsed.value)).ok) throw notFound();
    throw redirect(paths.school.hosts({ fait: "note-supprimee" }), 303);
  }
  const parsed = parseFormData(form, hostNoteSchema);
  if (!parsed.ok) return invalid(parsed);
  const { host, ...note } = parsed.value;
  const key = readHostKey(host);
  if (!key || !(await saveHostNote(ctx, { ...note, ...key })).ok) throw notFound();
  throw redirect(paths.school.hosts({ fait: "note" }), 303);
}

export default function Hosts() {
  return <HostsPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
