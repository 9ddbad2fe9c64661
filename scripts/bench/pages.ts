import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { sql } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import { openDatabase } from "#db/client.ts";
import { sizeOf } from "./bench-size.ts";
import { CAMPAIGN_ID, openMarket } from "./search-data.ts";
import { randomQueries } from "./search-queries.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const WARM_UP_SECONDS = 3;
/** Addresses asked in turn, so that no page is served from what the one before it left. */
const ADDRESSES = 100;
/** What the search page is to reach, of the same page rendered with data at hand. */
const WANTED_SHARE = 0.6;

type Mode = "service" | "constant" | "bare";
interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
}

/**
 * Requests a second and delays of the pages that everyone reads, on one web process: as they are, then with every loader's
 * answer at hand, beside a page of one heading. Needs `npm run build`. Options: --size (offers), --seconds, --connections.
 */
export async function runPagesBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: "string", default: "300000" },
      seconds: { type: "string", default: "10" },
      connections: { type: "string", default: "10" },
    },
  });
  const market = await openMarket({
    size: sizeOf(values.size),
    seed: 1,
    file: undefined,
    server: undefined,
    say,
  });
  try {
    const pages = await addressesOf(market.url);
    const load = { seconds: Number(values.seconds), connections: Number(values.connections) };
    say(
      `${values.connections} connexions, ${values.seconds} s par page ; charge de la machine : ${loadavg()[0]?.toFixed(1)}`,
    );
    const bare = await measurePages("bare", market.url, { page: ["/"] }, load);
    const service = await measurePages("service", market.url, pages, load);
    const constant = await measurePages("constant", market.url, pages, load);
    const floor = bare["page"];
    if (!floor) throw new Error("The bare page was not measured");
    say(`\n${"".padEnd(44)}  req/s      p50      p99   de la page nue`);
    tell("page nue de Remix", floor);
    for (const [name, measured] of Object.entries(service)) {
      const same = constant[name];
      tell(name, measured, floor);
      if (same) tell(`${name}, données à portée de main`, same, floor);
      const share = same ? measured.perSecond / same.perSecond : 0;
      say(
        `  part : ${(100 * share).toFixed(0)} %${name === "/offres" ? ` (au moins ${100 * WANTED_SHARE} % voulus)` : ""}`,
      );
    }
  } finally {
    await market.stop();
  }
}

/** Pages by name, each with the addresses asked in turn. */
export async function addressesOf(url: string): Promise<Record<string, string[]>> {
  const { db, close } = openDatabase(url, { max: 1 });
  await db.execute(sql`insert into internship_weeks (campaign_id, week, starts_on, ends_on)
    values (${CAMPAIGN_ID}, 1, '2027-06-17', '2027-06-22'), (${CAMPAIGN_ID}, 2, '2027-06-23', '2027-06-28') on conflict do nothing`);
  const offers = await db.execute<{ id: string }>(
    sql`select offer_id as id from offer_search where reserved_to is null order by offer_id limit ${ADDRESSES}`,
  );
  await close();
  const searches = randomQueries(ADDRESSES, 7).map(({ place, radiusKm, sectors, period }) => {
    const query = new URLSearchParams({ lieu: place, rayon: String(radiusKm) });
    for (const sector of sectors) query.append("secteur", sector);
    if (period) query.append("periode", period);
    return paths.offers(query);
  });
  return { "/": ["/"], "/offres": searches, "/offres/:id": offers.map(({ id }) => paths.offer(id)) };
}

async function measurePages(
  mode: Mode,
  databaseUrl: string,
  pages: Record<string, string[]>,
  load: { seconds: number; connections: number },
): Promise<Record<string, Measured>> {
  const { process: server, port } = await startServer(mode, databaseUrl);
  try {
    const measured: Record<string, Measured> = {};
    for (const [name, addresses] of Object.entries(pages)) {
      for (const address of addresses) await expectPage(port, address);
      await shoot(port, addresses, { ...load, seconds: WARM_UP_SECONDS });
      measured[name] = await shoot(port, addresses, load);
    }
    return measured;
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

/** One web process on this database, behind as many proxies as told. */
export async function startServer(
  mode: Mode,
  databaseUrl: string,
  proxies = 0,
): Promise<{ process: ChildProcess; port: number }> {
  const file = new URL("./pages-server.ts", import.meta.url).pathname;
  const server = spawn(process.execPath, ["--import", "tsx", file, mode], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      TRUSTED_PROXIES: String(proxies),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const told of createInterface({ input: server.stdout })) {
    const { port } = JSON.parse(told) as { port: number };
    return { process: server, port };
  }
  throw new Error(`The server "${mode}" did not start`);
}

async function expectPage(port: number, address: string): Promise<void> {
  const answer = await fetch(`http://localhost:${port}${address}`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
}

async function shoot(
  port: number,
  addresses: readonly string[],
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Measured> {
  const result = await autocannon({
    url: `http://localhost:${port}`,
    connections,
    duration: seconds,
    headers: { "accept-encoding": "gzip" },
    requests: addresses.map((path) => ({ method: "GET", path })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

function tell(name: string, { perSecond, p50, p99 }: Measured, floor?: Measured): void {
  const share = floor ? `${((100 * perSecond) / floor.perSecond).toFixed(0)} %`.padStart(10) : "";
  say(
    `${name.padEnd(44)}${perSecond.toFixed(0).padStart(7)}${`${p50} ms`.padStart(9)}${`${p99} ms`.padStart(9)}${share}`,
  );
}
