import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPlannedSlot } from "#app/domain/follow-up/log/log.queries.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { slotFile } from "#app/web/slot-file.server.ts";

const SUFFIX = ".ics";

/** An appointment for any calendar application, by a link that only who planned it has, as long as it is planned. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, links } = appOf(args);
  const { file = "" } = args.params;
  const link = file.endsWith(SUFFIX) ? links.read("slot", file.slice(0, -SUFFIX.length)) : null;
  const slot = link && (await findPlannedSlot(db, link.id, parisDate(clock.now())));
  if (!slot) throw notFound();
  return new Response(slotFile(slot), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="rendez-vous.ics"',
      "Cache-Control": "private, no-cache",
    },
  });
}
