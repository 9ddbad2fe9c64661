import { GUARDIAN_SLOTS, type GuardianSlot } from "../columns/roster-fields.ts";
import { isName, readEmail, readName, readPhone, splitName } from "./read-cells.ts";
import type { RowReader } from "./row-reader.ts";
import type { RosterGuardian } from "./roster-pupil.ts";

/** How a guardian is called whom the file does not name anywhere. */
const UNNAMED: Record<GuardianSlot, string> = {
  guardian1: "Responsable légal",
  guardian2: "Deuxième responsable légal",
};

/** The guardians of one line: those whom it names, with what reaches them. */
export function readGuardians(reader: RowReader): RosterGuardian[] {
  return GUARDIAN_SLOTS.flatMap((slot) => {
    const guardian = readGuardian(reader, slot);
    return guardian ? [guardian] : [];
  });
}

function readGuardian(reader: RowReader, slot: GuardianSlot): RosterGuardian | null {
  const { text, has, note } = reader;
  const [typedEmail, typedPhone] = [text(`${slot}Email`), text(`${slot}Phone`)];
  const name = nameOf(reader, slot);
  if (name === "" && typedEmail === "" && typedPhone === "") return null;
  const email = typedEmail === "" ? null : readEmail(typedEmail);
  if (typedEmail !== "" && email === null) note("bad_email", `${slot}Email`);
  const phone = typedPhone === "" ? null : readPhone(typedPhone);
  if (typedPhone !== "" && phone === null) note("bad_phone", `${slot}Phone`);
  if (name !== "" && isName(name)) return { name, email, phone };
  const nameField = has(`${slot}LastName`) ? (`${slot}LastName` as const) : (`${slot}Name` as const);
  if (name === "" && !has(nameField)) return { name: UNNAMED[slot], email, phone };
  note(name === "" ? "missing_guardian_name" : "bad_guardian_name", nameField);
  return null;
}

/** "Hélène Martin": the order in which the service writes names. */
function nameOf({ text }: RowReader, slot: GuardianSlot): string {
  const parts = [text(`${slot}FirstName`), text(`${slot}LastName`)].filter(Boolean).map(readName);
  return parts.length > 0 ? parts.join(" ") : withoutTitle(text(`${slot}Name`));
}

function withoutTitle(cell: string): string {
  const name = cell.replace(/^(m|mr|mme|mlle|monsieur|madame|m\.)\s+(?=\S)/i, "").trim();
  const parts = splitName(name);
  return parts ? `${readName(parts.firstName)} ${readName(parts.lastName)}` : readName(name);
}
