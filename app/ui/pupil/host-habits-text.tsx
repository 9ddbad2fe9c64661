import { frenchNumber } from "#app/kernel/french-number.ts";
import type { HostHabits } from "#app/domain/hosts/host-habits.ts";
import { plural } from "#app/kernel/text.ts";

/** How the host answers, in one sentence; nothing when too little is known. */
export function HostHabitsText({ habits }: { habits: HostHabits | null }) {
  return habits ? <p className="host-habits">{hostHabitsText(habits)}</p> : null;
}

/** "Cet employeur répond en général en 3 jours et a répondu à 8 candidatures sur 10." */
export function hostHabitsText({ answered, decided, medianDays }: HostHabits): string {
  const share = `a répondu à ${plural(answered, "candidature")} sur ${frenchNumber(decided)}`;
  if (medianDays === null) return `Cet employeur ${share}.`;
  const delay = medianDays <= 1 ? "dans la journée" : `en ${medianDays} jours`;
  return `Cet employeur répond en général ${delay} et ${share}.`;
}
