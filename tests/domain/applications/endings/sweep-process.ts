import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { openDatabase } from "#db/client.ts";

/** A sweep in a process of its own, for tests that kill it, or that run several at once. */
const { DATABASE_URL = "", CLOCK = "" } = process.env;
const database = openDatabase(DATABASE_URL, { max: 2 });
const clock = { now: () => new Date(CLOCK) };
process.send?.("ready");
const { ended } = await sweepDeadlines({ db: database.db, clock }, { limit: 1_000_000 });
await database.close();
process.send?.({ ended, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) });
process.disconnect();
