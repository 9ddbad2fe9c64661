import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cardinalityBound } from "#app/domain/matching/cardinality-bound.ts";
import { computeDeficitMap } from "#app/domain/matching/deficit-map.ts";
import { drawLottery } from "#app/domain/matching/lottery.ts";
import { NO_LINE, type Lists, type Lottery, type Matching } from "#app/domain/matching/market.ts";
import { computePriorities } from "#app/domain/matching/priorities.ts";
import { Recommender } from "#app/domain/matching/recommender.ts";
import { completeLists } from "#app/domain/matching/tails.ts";
import { matchTwoWeeksFirst } from "#app/domain/matching/two-weeks-first.ts";
import { VacancyChains } from "#app/domain/matching/vacancy-chains.ts";
import { judgedPriorities, verifyAssignment } from "#app/domain/matching/verifier.ts";
import { writeMarketFiles } from "./matching-files.ts";
import { syntheticMarket, type MarketOptions, type SyntheticMarket } from "./matching-market.ts";
import { textbookGaleShapley } from "./matching-textbook.ts";
import { quantile } from "#app/kernel/quantile.ts";

const NATION = 560_000;
const RULES = { priorityTags: new Set([0, 1]) };
const say = (message: string): void => void process.stdout.write(`${message}\n`);
const count = (value: number): string => value.toLocaleString("fr-FR");
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

/**
 * Measures the engine on a synthetic market over the real communes.
 * Options: --places FILE, --enrolment FILE, --sizes 1000,10000, --tails K, --seats RATIO, --scarce RATIO, --seed N, --quick,
 * --write DIR (writes the market as files for `npm run match`, measures nothing).
 */
export async function runMatchingBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      places: { type: "string", default: "db/seed/reference/municipalities.csv" },
      enrolment: { type: "string" },
      sizes: { type: "string", default: `1000,10000,100000,${NATION}` },
      tails: { type: "string", default: "40" },
      seats: { type: "string", default: "1.15" },
      scarce: { type: "string", default: "0.5" },
      seed: { type: "string", default: "1" },
      write: { type: "string" },
      quick: { type: "boolean", default: false },
    },
  });
  const sizes = values.sizes.split(",").map(Number);
  const options = (pupils: number, seatsPerPupil = Number(values.seats)): MarketOptions => ({
    pupils,
    seatsPerPupil,
    preferences: 10,
    seed: Number(values.seed),
    placesFile: values.places,
    enrolmentFile: values.enrolment,
  });
  if (values.write !== undefined) {
    mkdirSync(values.write, { recursive: true });
    const market = syntheticMarket(options(sizes[sizes.length - 1]!));
    writeMarketFiles(market, (name) => join(values.write!, name));
    say(`Marché de ${count(market.pupils.count)} élèves écrit dans ${values.write}`);
    return;
  }
  for (const size of sizes) measureMarket(options(size), Number(values.tails), values.quick);
  if (!values.quick)
    measureScarcity(options(Math.max(...sizes), Number(values.scarce)), Number(values.tails));
  await Promise.resolve();
}

function measureMarket(options: MarketOptions, tails: number, quick: boolean): void {
  const market = syntheticMarket(options);
  const { pupils, offers, lists } = market;
  say(
    `\n== ${count(pupils.count)} élèves, ${count(offers.count)} offres, ${count(lists.offer.length)} vœux, ` +
      `${options.seatsPerPupil} place par élève ==`,
  );
  const lottery = timed("tirage au sort (SHA-256)", () =>
    drawLottery(`${options.seed}`, pupilIds(pupils.count)),
  );
  const matching = measureEngine(market, lists, lottery, "10 vœux");
  const baseline = timed("référence : Gale–Shapley de manuel (objets, tableaux triés)", () =>
    textbookGaleShapley(pupils, offers, lists, lottery),
  );
  const same = baseline.every((offer, pupil) => {
    const line = matching.lines[0][pupil]!;
    return offer === (line === NO_LINE ? -1 : lists.offer[line]);
  });
  say(`  résultat identique à la référence : ${same ? "oui" : "NON"}`);
  measureChains(market, lists, lottery, matching);
  measureRecommendations(market);
  const map = timed("carte des manques (flot maximal, cellules de 5 km)", () =>
    computeDeficitMap(pupils, { ...offers, seats: offers.seats1 }),
  );
  say(`  plaçables dans les limites de trajet : ${percent(map.placeable, map.pupils)}`);
  if (quick) return;
  const completed = timed(`listes complétées de ${tails} candidatures`, () =>
    completeLists({ ...market, lottery, length: tails }),
  );
  measureEngine(market, completed, lottery, `10 vœux + ${tails}`);
}

/** Fewer seats than pupils: nearly every seat that somebody may reach must be taken. */
function measureScarcity(options: MarketOptions, tails: number): void {
  const market = syntheticMarket(options);
  const { pupils } = market;
  say(`\n== Places rares : ${count(pupils.count)} élèves, ${options.seatsPerPupil} place par élève ==`);
  const lottery = drawLottery(`${options.seed}`, pupilIds(pupils.count));
  const completed = timed(`listes complétées de ${tails} candidatures`, () =>
    completeLists({ ...market, lottery, length: tails }),
  );
  measureEngine(market, completed, lottery, `10 vœux + ${tails}`);
}

const pupilIds = (length: number): string[] => Array.from({ length }, (_, index) => `p${index}`);

function measureEngine(market: SyntheticMarket, lists: Lists, lottery: Lottery, label: string): Matching {
  const { pupils, offers } = market;
  const priorities = timed(`priorités (${label})`, () =>
    computePriorities({ pupils, offers, lists, rules: RULES }),
  );
  const matching = median(`affectation (${label})`, () =>
    matchTwoWeeksFirst({ offers, lists, tiers: priorities.tiers, lottery }),
  );
  const [both] = matching.lines;
  const pupil = Uint32Array.from(both.keys()).filter((index) => both[index] !== NO_LINE);
  const contracts = {
    pupil,
    offer: pupil.map((index) => lists.offer[both[index]!]!),
    kind: new Uint8Array(pupil.length),
  };
  const judged = timed("priorités jugées par le vérificateur", () =>
    judgedPriorities(pupils, offers, lists, RULES),
  );
  const verdict = median("vérificateur", () =>
    verifyAssignment({ pupils, offers, lists, priorities: judged, lottery }, contracts),
  );
  const bound = timed("borne de cardinalité (Hopcroft–Karp)", () =>
    cardinalityBound(offers, lists, matching),
  );
  const seats = offers.seats1.reduce((sum, free) => sum + free, 0);
  say(
    `  placés : ${percent(pupil.length, pupils.count)} ; borne : ${percent(bound, pupils.count)} ; ` +
      `places prises : ${percent(pupil.length, seats)} ; contrats bloquants : ${verdict.counts.blocking}`,
  );
  return matching;
}

function measureChains(market: SyntheticMarket, lists: Lists, lottery: Lottery, matching: Matching): void {
  const { pupils, offers } = market;
  const { tiers } = computePriorities({ pupils, offers, lists, rules: RULES });
  const chains = timed(
    "index des candidats",
    () => new VacancyChains(offers, lists, tiers, lottery, matching),
  );
  const leavers = lottery.order.filter((pupil) => matching.lines[0][pupil] !== NO_LINE).subarray(0, 1000);
  let moves = 0;
  const begin = performance.now();
  for (const pupil of leavers) moves += chains.cancel(pupil).length - 1;
  const each = ((performance.now() - begin) * 1000) / leavers.length;
  say(
    `  chaînes de vacance : ${each.toFixed(1)} µs par désistement (${moves} places proposées pour ${leavers.length})`,
  );
}

function measureRecommendations(market: SyntheticMarket): void {
  const { pupils, offers } = market;
  const quality = Float64Array.from(offers.seats1, (seats, offer) => ((seats * 7 + offer * 13) % 100) / 500);
  const recommender = timed("index des recommandations", () => new Recommender(offers, quality, 20));
  const affinity = new Float64Array(64);
  const durations = new Float64Array(pupils.count);
  timed("20 meilleures offres de chaque élève (exact)", () => {
    for (let pupil = 0; pupil < pupils.count; pupil++) {
      affinity.fill(0);
      for (let liked = 0; liked < 3; liked++) affinity[(pupil * 7 + liked * 17) % 51] = 0.3;
      const begin = performance.now();
      recommender.search({
        latitude: pupils.latitude[pupil]!,
        longitude: pupils.longitude[pupil]!,
        maxKm: pupils.maxKm[pupil]!,
        kmWeight: 1 / 30,
        affinity,
      });
      durations[pupil] = performance.now() - begin;
    }
  });
  const at = (share: number) => (quantile(durations, share) * 1000).toFixed(0);
  say(`  une recherche : médiane ${at(0.5)} µs, p99 ${at(0.99)} µs`);
}

/** Wall clock; the processor time tells how much of it other programs took. */
function measure<T>(work: () => T): { value: T; ms: number; cpuMs: number } {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const value = work();
  const ms = performance.now() - begin;
  const used = process.cpuUsage(cpu);
  return { value, ms, cpuMs: (used.user + used.system) / 1000 };
}

function timed<T>(label: string, work: () => T): T {
  const { value, ms, cpuMs } = measure(work);
  line(label, ms, cpuMs);
  return value;
}

function median<T>(label: string, work: () => T): T {
  const runs = Array.from({ length: 7 }, () => measure(work)).sort((a, b) => a.ms - b.ms);
  line(`${label}, médiane de 7`, runs[3]!.ms, runs[3]!.cpuMs);
  return runs[6]!.value;
}

function line(label: string, ms: number, cpuMs: number): void {
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  say(
    `  ${label.padEnd(62)} ${ms.toFixed(1).padStart(9)} ms (processeur ${cpuMs.toFixed(0)} ms, mémoire ${megabytes} Mo)`,
  );
}
