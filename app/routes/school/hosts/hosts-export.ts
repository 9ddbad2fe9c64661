import type { ActionFunctionArgs } from "@remix-run/node";
import { exportHosts } from "#app/domain/host-memory/export-hosts.server.ts";
import { readHostFilters } from "#app/domain/host-memory/host-memory.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { csvText } from "#app/kernel/files/csv-text.ts";
import { hostsSheet } from "#app/ui/school/hosts/hosts-sheet.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireSchool } from "../../agreements/agreement-request.server.ts";

/** Sent by a button, never by a link: taking a list away is written down. The filters are those of the address. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const exported = await exportHosts(ctx, readHostFilters(new URL(args.request.url).searchParams));
  if (!exported.ok) throw notFound();
  return new Response(csvText(hostsSheet(exported.value)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="structures-${parisDate(ctx.clock.now())}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
