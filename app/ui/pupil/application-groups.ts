import type { ApplicationStatus } from "#app/domain/applications/application.ts";

interface Grouped {
  status: ApplicationStatus;
  deadlineAt: Date | null;
}

/** What the pupil does about them, the most pressing first; every other status is over. */
const GROUPS: readonly { title: string; statuses: readonly ApplicationStatus[] }[] = [
  { title: "À confirmer", statuses: ["accepted"] },
  { title: "Confirmées", statuses: ["confirmed"] },
  { title: "En attente d’une réponse", statuses: ["submitted", "seen"] },
  { title: "Brouillons", statuses: ["draft"] },
];
const OVER = "Terminées";

export interface ApplicationGroup<Application> {
  title: string;
  applications: Application[];
}

/** Applications by what is to be done about them, those that end soonest first; no empty group. */
export function groupApplications<Application extends Grouped>(
  applications: readonly Application[],
): ApplicationGroup<Application>[] {
  const known = GROUPS.map(({ title, statuses }) => ({
    title,
    applications: applications.filter(({ status }) => statuses.includes(status)).sort(soonestFirst),
  }));
  const over = applications.filter(({ status }) => !GROUPS.some(({ statuses }) => statuses.includes(status)));
  return [...known, { title: OVER, applications: over }].filter((group) => group.applications.length > 0);
}

function soonestFirst(a: Grouped, b: Grouped): number {
  return (a.deadlineAt?.getTime() ?? 0) - (b.deadlineAt?.getTime() ?? 0);
}
