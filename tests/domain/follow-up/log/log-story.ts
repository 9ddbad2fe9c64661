import { getPupilLog } from "#app/domain/follow-up/log/log.queries.server.ts";
import { saveContact } from "#app/domain/follow-up/log/save-contact.server.ts";
import { saveNote } from "#app/domain/follow-up/log/save-note.server.ts";
import type { Contact } from "#app/domain/follow-up/log/log-entry.ts";
import type { Database } from "#db/client.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";

export const refused = { ok: false, error: { code: "not_found" } };

const call: Contact = { way: "call", party: "family", state: "held", onDay: "2027-03-01", atTime: null };

/** A pupil whose team writes about them: what each writes, and what each reads. */
export async function logStory(db: Database) {
  const clock = fakeClock();
  const make = factories(db, clock);
  const world = await make.world();
  const pupilId = world.pupil.id;

  async function note(personId: string, text: string, entryId: string | null = null) {
    return saveNote(await make.as(personId), { pupilId, entryId, text });
  }
  async function contact(personId: string, told: Partial<Contact> = {}, entryId: string | null = null) {
    const input = { pupilId, entryId, text: "", contact: { ...call, ...told } };
    return saveContact(await make.as(personId), input);
  }
  async function read(personId: string) {
    return getPupilLog(db, (await make.as(personId)).actor, { pupilId, at: clock.now() });
  }
  /** The note that this person has just written. */
  async function written(personId: string, text = "Préfère un appel le matin."): Promise<string> {
    valueOf(await note(personId, text));
    const [entry] = (await read(personId)).entries;
    if (!entry) throw new Error("Nothing was written");
    return entry.id;
  }
  return { ...world, clock, make, pupilId, note, contact, read, written };
}
