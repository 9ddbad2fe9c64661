import { parseArgs } from "node:util";
import { drizzle } from "drizzle-orm/postgres-js";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { filterLines, pageOfLines, readBoardFilters } from "#app/domain/follow-up/board/board-filters.ts";
import { getBoard } from "#app/domain/follow-up/board/board.queries.server.ts";
import { classTotals } from "#app/domain/follow-up/board/board-totals.ts";
import { systemClock } from "#app/kernel/clock.ts";
import { quantile } from "#app/kernel/quantile.ts";
import { openDatabase } from "#db/client.ts";
import * as schema from "#db/schema/index.ts";
import { createBoardWorld } from "./board-world.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const PAGE_SIZE = 100;

/**
 * The board of a head with a whole lycée and of a teacher with one class: delays on the server, statements, weight of a page.
 * Options: --classes, --pupils (of each class), --runs.
 */
export async function runBoardBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      classes: { type: "string", default: "20" },
      pupils: { type: "string", default: "30" },
      runs: { type: "string", default: "40" },
    },
  });
  const world = await createBoardWorld({
    classes: Number(values.classes),
    pupilsPerClass: Number(values.pupils),
  });
  const handle = openDatabase(world.url, { max: 1 });
  try {
    let statements = 0;
    const logger = { logQuery: () => (statements += 1) };
    const db = drizzle(handle.db.$client, { schema, logger });
    const now = systemClock.now();
    const campaign = await getCurrentCampaign(db, now);
    if (!campaign) throw new Error("The demonstration has no campaign");
    for (const [who, personId] of [
      ["direction", world.headId],
      ["une classe", world.teacherId],
    ] as const) {
      const actor = await findActor(handle.db, personId, now);
      if (!actor) throw new Error("No such person");
      const read = () => getBoard(db, actor, { campaign, now });
      const first = await read();
      statements = 0;
      const milliseconds: number[] = [];
      let weight = 0;
      for (let run = 0; run < Number(values.runs); run += 1) {
        const start = performance.now();
        weight = JSON.stringify(pageOf(await read())).length;
        milliseconds.push(performance.now() - start);
      }
      const sorted = milliseconds.sort((one, other) => one - other);
      say(
        `${who} : ${first.lines.length} élèves, ${first.classes.length} classes, ${statements / milliseconds.length} requêtes, ` +
          `p50 ${quantile(sorted, 0.5).toFixed(0)} ms, p95 ${quantile(sorted, 0.95).toFixed(0)} ms (lecture et calcul), ` +
          `${(weight / 1024).toFixed(0)} Ko de données pour ${PAGE_SIZE} lignes au plus`,
      );
    }
  } finally {
    await handle.close();
    await world.drop();
  }
}

/** What the page is made from: the lines of its first page, and the counts. */
function pageOf({ classes, lines }: Awaited<ReturnType<typeof getBoard>>) {
  const found = filterLines(lines, readBoardFilters(new URLSearchParams()));
  return { totals: classTotals(classes, lines), page: pageOfLines(found, null, PAGE_SIZE).page };
}
