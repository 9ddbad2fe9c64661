import { groupBy } from "#app/kernel/group-by.ts";
import { normaliseText } from "#app/kernel/text.ts";
import type { RosterPupil } from "../pupils/roster-pupil.ts";
import type { KnownPupil } from "./roster-plan.ts";

/** A pupil of the file with the hashes that may be kept of their numbers. */
export interface FilePupil extends RosterPupil {
  keyHash: string | null;
  numberHash: string | null;
}

/** Who each pupil of the file is: by national number, by the school's own, else by name and birth date. */
export function matchPupils(
  file: readonly FilePupil[],
  known: readonly KnownPupil[],
): Map<FilePupil, KnownPupil> {
  const matches = new Map<FilePupil, KnownPupil>();
  const taken = new Set<string>();
  const match = (find: (pupil: FilePupil) => KnownPupil | undefined) => {
    for (const pupil of file) {
      if (matches.has(pupil)) continue;
      const found = find(pupil);
      if (!found || taken.has(found.personId)) continue;
      matches.set(pupil, found);
      taken.add(found.personId);
    }
  };
  const byNumber = new Map(known.flatMap((one) => (one.numberHash ? [[one.numberHash, one] as const] : [])));
  match(({ numberHash }) => (numberHash === null ? undefined : byNumber.get(numberHash)));
  const byKey = new Map(known.flatMap((one) => (one.keyHash ? [[one.keyHash, one] as const] : [])));
  const repeated = repeatedKeys(file);
  match((pupil) => {
    if (pupil.keyHash === null || repeated.has(pupil.keyHash)) return undefined;
    const found = byKey.get(pupil.keyHash);
    return found && mayBeNumbered(pupil, found) && resembles(pupil, found) ? found : undefined;
  });
  const byName = groupBy(known, nameKey);
  match((pupil) => {
    const same = (byName.get(nameKey(pupil)) ?? []).filter(
      (one) => !taken.has(one.personId) && mayBeNumbered(pupil, one),
    );
    return same.length === 1 ? same[0] : undefined;
  });
  return matches;
}

/** A number that counts the lines of each class is nobody's. */
export function repeatedKeys(file: readonly FilePupil[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { keyHash } of file) {
    if (keyHash === null) continue;
    if (seen.has(keyHash)) repeated.add(keyHash);
    seen.add(keyHash);
  }
  return repeated;
}

/** Two national numbers are two people. */
function mayBeNumbered(pupil: FilePupil, known: KnownPupil): boolean {
  return pupil.numberHash === null || known.numberHash === null || pupil.numberHash === known.numberHash;
}

/** A number given again to somebody else has neither their name nor their birth date. */
function resembles(pupil: FilePupil, known: KnownPupil): boolean {
  return pupil.birthDate === known.birthDate || fullName(pupil) === fullName(known);
}

export function fullName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return normaliseText(`${lastName} ${firstName}`);
}

function nameKey(one: { firstName: string; lastName: string; birthDate: string | null }): string {
  return `${fullName(one)} ${one.birthDate ?? ""}`;
}
