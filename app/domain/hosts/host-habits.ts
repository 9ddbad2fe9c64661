/** How the organisation has answered lately; numbers of applications, never of persons. */
export interface HostHabits {
  answered: number;
  /** Answered, or left without an answer until the deadline. */
  decided: number;
  /** Half of the answers came within so many days; null before enough answers. */
  medianDays: number | null;
}

/** With fewer, a figure would say more of chance than of the host. */
export const FEWEST_DECIDED = 5;

/** What can fairly be said of these counts; null when nothing can. */
export function habitsOf(counts: {
  answered: number;
  decided: number;
  medianDays: number | null;
}): HostHabits | null {
  if (counts.decided < FEWEST_DECIDED) return null;
  const { answered, decided, medianDays } = counts;
  return { answered, decided, medianDays: answered < FEWEST_DECIDED ? null : medianDays };
}
