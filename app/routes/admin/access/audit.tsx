import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isAuditAction } from "#app/domain/audit/audit-entry.ts";
import { listAuditLog } from "#app/domain/audit/audit-log.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { AuditPage, type AuditFilterValues } from "#app/ui/admin/access/audit-page.tsx";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { daysAskedFor } from "../days-asked-for.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Journal des accès", location.search)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const cursor = query.get("curseur");
  const { du, au, from, before } = daysAskedFor(query);
  const [acte, qui, objet] = [query.get("acte"), query.get("qui") ?? "", query.get("objet") ?? ""];
  const action = isAuditAction(acte) ? acte : null;
  const actorId = isId(qui) ? qui : null;
  const subjectId = /^[0-9A-Za-z-]{1,40}$/.test(objet) ? objet : null;
  const values: AuditFilterValues = {
    acte: action ?? undefined,
    du,
    au,
    qui: actorId ?? undefined,
    objet: subjectId ?? undefined,
  };
  const filters = { action, from, before, actorId, subjectId };
  const { lines, nextCursor } = await listAuditLog(db, filters, cursor);
  return { lines, nextCursor, values, isFirstPage: cursor === null };
}

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
