import { and, eq, isNull } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { presenceReports } from "#db/schema/index.ts";
import type { Placement } from "../placements.store.server.ts";
import type { PresenceKind, PresenceSide } from "./presence.ts";

interface NewReport {
  kind: PresenceKind;
  onDay: CalendarDate;
  side: PresenceSide;
  reportedBy: string | null;
}

/** False when the same is known already of that day. */
export async function insertReport(
  tx: Transaction,
  { agreementId, pupilId }: Placement,
  { kind, onDay, side, reportedBy }: NewReport,
  reportedAt: Date,
): Promise<boolean> {
  const rows = await tx
    .insert(presenceReports)
    .values({ id: newId(), agreementId, pupilId, kind, onDay, side, reportedBy, reportedAt })
    .onConflictDoNothing()
    .returning({ id: presenceReports.id });
  return rows.length > 0;
}

/** What was reported of that day holds no more; false when nothing such was. */
export async function liftReport(
  tx: Transaction,
  { agreementId, kind, onDay }: { agreementId: string; kind: PresenceKind; onDay: CalendarDate },
  liftedAt: Date,
): Promise<boolean> {
  const rows = await tx
    .update(presenceReports)
    .set({ liftedAt })
    .where(
      and(
        eq(presenceReports.agreementId, agreementId),
        eq(presenceReports.onDay, onDay),
        eq(presenceReports.kind, kind),
        isNull(presenceReports.liftedAt),
      ),
    )
    .returning({ id: presenceReports.id });
  return rows.length > 0;
}
