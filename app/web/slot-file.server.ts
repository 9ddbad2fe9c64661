import ical from "ical-generator";
import type { PlannedSlot } from "#app/domain/follow-up/log/log.queries.server.ts";
import { slotTitle } from "#app/ui/messages/follow-up/log.ts";
import { textOf } from "./calendar-file.server.ts";

const LASTS_MS = 30 * 60_000;

/** An appointment of an adult of the school, for their own calendar: a first name, and nothing of what was written. */
export function slotFile(slot: PlannedSlot): string {
  const file = ical({
    prodId: { company: "Stage de seconde", product: "Rendez-vous", language: "FR" },
  });
  file.createEvent({
    id: `${slot.id}@stage-de-seconde`,
    stamp: slot.changedAt,
    lastModified: slot.changedAt,
    summary: slotTitle(slot),
    start: slot.startsAt,
    end: new Date(slot.startsAt.getTime() + LASTS_MS),
  });
  return textOf(file);
}
