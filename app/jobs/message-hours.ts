import type { CronItem } from "graphile-worker";

export const RELEASE_GOOD_HOUR = "release_good_hour";
export const GIVE_NOTICES = "give_notices";
export const GIVE_ALERTS = "give_alerts";

/** Several workers schedule each once; under its key, a run that waits for a retry is replaced by the next one. */
export const MESSAGE_HOURS: CronItem[] = [
  { task: RELEASE_GOOD_HOUR, match: "*/10 * * * *", options: { jobKey: RELEASE_GOOD_HOUR } },
  // Between two releases, so that the next one takes them.
  { task: GIVE_ALERTS, match: "5,15,25,35,45,55 * * * *", options: { jobKey: GIVE_ALERTS } },
  // Soon after each midnight of the world, for the morning's digest.
  { task: GIVE_NOTICES, match: "5 * * * *", options: { jobKey: GIVE_NOTICES } },
];
