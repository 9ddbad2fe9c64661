import { strToU8, zipSync } from "fflate";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { exportOwnData } from "#app/domain/personal-data/export-own-data.server.ts";
import { OWN_DATA_KINDS, type OwnData, type PersonalRecord } from "#app/domain/personal-data/own-data.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { describeKind } from "#app/ui/personal-data/own-data-words.ts";
import type { ActorRequest } from "./require-actor.server.ts";

/** Everything known about the person signed in, in one file: for machines (JSON) and for people (PDF). */
export async function ownDataArchive(ctx: ActorRequest): Promise<Uint8Array> {
  const { app, clock, actor } = ctx;
  const known = await exportOwnData(ctx);
  const now = clock.now();
  const isPupil = hasRole(actor, "pupil");
  const pdf = await app.pdf.printRecord(recordOf(known, { isPupil, now }));
  const json = JSON.stringify({ madeAt: now.toISOString(), ...known }, null, 2);
  return zipSync({ "mes-donnees.json": strToU8(json), "mes-donnees.pdf": pdf }, { mtime: now });
}

function recordOf(known: OwnData, { isPupil, now }: { isPupil: boolean; now: Date }): PersonalRecord {
  return {
    title: "Vos données sur Stage de seconde",
    intro: `Ce que le service sait de vous le ${frenchDateTime(now)}.`,
    createdAt: now,
    sections: OWN_DATA_KINDS.filter((kind) => known[kind].length > 0).map((kind) => {
      const { title, until, readable } = describeKind(kind, { isPupil });
      return { title, until, rows: known[kind].map(readable) };
    }),
  };
}
