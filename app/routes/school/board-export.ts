import type { ActionFunctionArgs } from "@remix-run/node";
import { readBoardFilters } from "#app/domain/follow-up/board/board-filters.ts";
import { exportBoard } from "#app/domain/follow-up/board/export-board.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { csvText } from "#app/kernel/files/csv-text.ts";
import { boardSheet } from "#app/ui/school/board/board-sheet.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

/** Sent by a button, never by a link: taking a list of pupils away is written down. The filters are those of the address. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  await readForm(args.request);
  const filters = readBoardFilters(new URL(args.request.url).searchParams);
  const exported = await exportBoard(ctx, filters);
  if (!exported.ok) throw notFound();
  const now = ctx.clock.now();
  return new Response(csvText(boardSheet(exported.value, now)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="eleves-${parisDate(now)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
