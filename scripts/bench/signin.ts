import { once } from "node:events";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { quantile } from "#app/kernel/quantile.ts";
import { seededRandom } from "#app/kernel/random.ts";
import { paths } from "#app/paths.ts";
import { sizeOf } from "./bench-size.ts";
import { addressesOf, startServer } from "./pages.ts";
import { openMarket } from "./search-data.ts";
import { ask, readAtPace } from "./signin-parts/signin-client.ts";
import { compareDelays } from "./signin-parts/signin-timing.ts";
import { knownAddress, openAccounts, PASSWORD, unknownAddress } from "./signin-parts/signin-world.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const ACCOUNTS = 5000;
const AT_ONCE = 8;
const WARM_UP_SECONDS = 3;
/** What pages may take while others sign in, of what they take alone. */
const WANTED_RATIO = 2;

/**
 * Sign-ins a second on one web process whose search page is read at the same time, and what that page takes then and alone; then
 * how long each door takes for an address with an account and one without. Needs `npm run build`. Options: --size (offers),
 * --seconds, --per-second (pages), --pairs (of addresses, for each door).
 */
export async function runSigninBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: "string", default: "20000" },
      seconds: { type: "string", default: "20" },
      "per-second": { type: "string", default: "20" },
      pairs: { type: "string", default: "400" },
    },
  });
  const size = sizeOf(values.size);
  const market = await openMarket({ size, seed: 1, file: undefined, server: undefined, say });
  try {
    const pages = (await addressesOf(market.url))["/offres"] ?? [];
    await openAccounts(market.url, ACCOUNTS);
    const { process: server, port } = await startServer("service", market.url, 1);
    try {
      say(`charge de la machine : ${loadavg()[0]?.toFixed(1)}`);
      const pace = { seconds: Number(values.seconds), perSecond: Number(values["per-second"]) };
      await measureSignIns(port, pages, pace);
      await measureDoors(port, Number(values.pairs));
    } finally {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
  } finally {
    await market.stop();
  }
}

async function measureSignIns(
  port: number,
  pages: readonly string[],
  pace: { seconds: number; perSecond: number },
): Promise<void> {
  await readAtPace(port, pages, { seconds: WARM_UP_SECONDS, perSecond: pace.perSecond });
  const alone = quantile(await readAtPace(port, pages, pace), 0.95);
  let reading = true;
  let [next, signedIn] = [0, 0];
  const keepSigningIn = async () => {
    while (reading) {
      next = (next % ACCOUNTS) + 1;
      const { status } = await ask(port, paths.signIn(), { email: knownAddress(next), password: PASSWORD });
      if (status !== 302 && status !== 303) throw new Error(`A sign-in answers ${status}`);
      signedIn += 1;
    }
  };
  const started = performance.now();
  const crowd = Array.from({ length: AT_ONCE }, keepSigningIn);
  const meanwhile = quantile(await readAtPace(port, pages, pace), 0.95);
  reading = false;
  await Promise.all(crowd);
  const perSecond = (1000 * signedIn) / (performance.now() - started);
  say(`connexions : ${perSecond.toFixed(1)} par seconde, ${AT_ONCE} à la fois, sur un processus`);
  say(
    `/offres, ${pace.perSecond} par seconde : p95 ${alone.toFixed(1)} ms seule, ${meanwhile.toFixed(1)} ms pendant ce temps, ` +
      `× ${(meanwhile / alone).toFixed(2)} (moins de ${WANTED_RATIO} voulu)`,
  );
}

/** What is posted at each door that an address opens. */
const DOORS: readonly [path: string, rest: Record<string, string>][] = [
  [paths.forgottenPassword(), {}],
  [paths.signInLink(), {}],
  [paths.signIn(), { password: "un-autre-mot-de-passe" }],
];

/** Pairs of an address that has an account and one that has none, in an order drawn anew each time. */
async function measureDoors(port: number, pairs: number): Promise<void> {
  const random = seededRandom(1);
  for (const [place, [path, rest]] of DOORS.entries()) {
    const delays = { known: [] as number[], unknown: [] as number[] };
    const knock = async (who: keyof typeof delays, email: string) => {
      const { milliseconds } = await ask(port, path, { email, ...rest });
      delays[who].push(milliseconds);
    };
    for (let pair = 0; pair < pairs; pair += 1) {
      const number = 1 + place * pairs + pair;
      const both = [
        () => knock("known", knownAddress(number)),
        () => knock("unknown", unknownAddress(number)),
      ];
      for (const turn of random() < 0.5 ? both : both.reverse()) await turn();
    }
    const { difference, interval, noise } = compareDelays(delays.known, delays.unknown, random);
    say(
      `${path} : médiane ${quantile(delays.known, 0.5).toFixed(2)} ms avec compte, ${quantile(delays.unknown, 0.5).toFixed(2)} ms sans ; ` +
        `écart ${difference.toFixed(2)} ms, à 95 % entre ${interval.map((end) => end.toFixed(2)).join(" et ")} ms ` +
        `(hasard seul : ${noise.toFixed(2)} ms)`,
    );
  }
}
