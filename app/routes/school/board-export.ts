import type { ActionFunctionArgs } from "@remix-run/node";
import { boardFileSchema } from "#app/domain/follow-up/board/board-file.schema.ts";
import { readBoardFilters } from "#app/domain/follow-up/board/board-filters.ts";
import { exportBoard } from "#app/domain/follow-up/board/export-board.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { csvText } from "#app/kernel/files/csv-text.ts";
import { sheetRows, workbookFile } from "#app/kernel/files/workbook-file.ts";
import { boardSheet } from "#app/ui/school/board/board-sheet.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm } from "#app/web/forms.server.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** Sent by a button, never by a link: taking a list of pupils away is written down. The filters are those of the address. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const asked = await parseForm(args.request, boardFileSchema);
  if (!asked.ok) return invalid(asked);
  const { format } = asked.value;
  const filters = readBoardFilters(new URL(args.request.url).searchParams);
  const exported = await exportBoard(ctx, filters);
  if (!exported.ok) throw notFound();
  const now = ctx.clock.now();
  const sheet = boardSheet(exported.value, now);
  return new Response(format === "csv" ? csvText(sheetRows(sheet)) : workbookFile(sheet), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="eleves-${parisDate(now)}.${format}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
