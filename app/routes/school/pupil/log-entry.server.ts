import { redirect } from "@remix-run/node";
import type { LogEntry } from "#app/domain/follow-up/log/log-entry.ts";
import { getPupilLog } from "#app/domain/follow-up/log/log.queries.server.ts";
import { entrySchema } from "#app/domain/follow-up/log/log.schema.ts";
import { removeEntry } from "#app/domain/follow-up/log/remove-entry.server.ts";
import { restoreEntry } from "#app/domain/follow-up/log/restore-entry.server.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { notFound } from "#app/web/errors.server.ts";
import { parseFormData, refused } from "#app/web/forms.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";

/** The reader's own exchange or note that the address asks to write again; null for a new one. */
export async function entryToWrite(
  { db, clock, actor }: ActorRequest,
  { pupilId, request, isNote }: { pupilId: string; request: Request; isNote: boolean },
): Promise<LogEntry | null> {
  const asked = new URL(request.url).searchParams.get("modifier");
  if (asked === null) return null;
  const { entries } = await getPupilLog(db, actor, { pupilId, at: clock.now() });
  const found = entries.find(
    ({ id, isMine, contact }) => id === asked && isMine && (contact === null) === isNote,
  );
  if (!found) throw notFound();
  return found;
}

export function entryIdIn(form: FormData): string {
  const parsed = parseFormData(form, entrySchema);
  if (!parsed.ok) throw notFound();
  return parsed.value.entryId;
}

/** Takes back what one wrote, or puts it there again. */
export async function removeOrRestore(
  ctx: ActorRequest,
  pupilId: string,
  { intent, form }: { intent: "remove" | "restore"; form: FormData },
) {
  const key = { pupilId, entryId: entryIdIn(form) };
  const done = await (intent === "remove" ? removeEntry(ctx, key) : restoreEntry(ctx, key));
  if (done.ok) backToLog(pupilId, intent === "remove" ? "retire" : "remis");
  if (done.error.code === "not_found") throw notFound();
  return refused({}, "Il est trop tard pour annuler ce retrait. Vous pouvez l’écrire de nouveau.");
}

/** Back to the pupil's page, where the team's log is. */
export function backToLog(pupilId: string, fait: DoneCode<"followedPupil">): never {
  throw redirect(`${paths.school.pupil(pupilId, { fait })}#echanges`, 303);
}
