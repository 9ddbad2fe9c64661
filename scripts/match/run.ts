import { cardinalityBound } from "#app/domain/matching/cardinality-bound.ts";
import { computeCutoffs, reasonFor } from "#app/domain/matching/cutoffs.ts";
import {
  CONTRACT_KINDS,
  NO_LINE,
  dropIneligible,
  type Lists,
  type Matching,
} from "#app/domain/matching/market.ts";
import { computePriorities } from "#app/domain/matching/priorities.ts";
import { completeLists } from "#app/domain/matching/tails.ts";
import { matchTwoWeeksFirst } from "#app/domain/matching/two-weeks-first.ts";
import {
  isCommittedLottery,
  judgedPriorities,
  verifyAssignment,
  type Contracts,
  type Verdict,
} from "#app/domain/matching/verifier.ts";
import { loadMarket, type LoadedMarket } from "./load.ts";
import { InputError, USAGE, parseCommand, type MatchCommand, type MatchOptions } from "./options.ts";
import { Problems } from "./problems.ts";
import { readAssignment } from "./read-assignment.ts";
import { Tally, type MatchReport } from "./report.ts";
import { describeVerdict } from "./verdict-text.ts";
import { assignmentLines, listLines, placements, textOrder, writeLines } from "./write.ts";

export interface Console {
  out(message: string): void;
  error(message: string): void;
}

const processConsole: Console = {
  out: (message) => process.stdout.write(`${message}\n`),
  error: (message) => process.stderr.write(`${message}\n`),
};

/** Exit codes. */
const DONE = 0;
const REFUSED = 1;
const UNUSABLE = 2;

/** The command on files: assigns, or verifies an assignment. Returns the exit code. */
export async function runMatch(args: readonly string[], console: Console = processConsole): Promise<number> {
  const begin = performance.now();
  try {
    const command = parseCommand(args);
    if (command.mode === "help") {
      console.out(USAGE);
      return DONE;
    }
    const market = await loadMarket(command.options, console.error);
    for (const problem of market.problems) console.error(problem);
    if (market.skipped > 0 && !command.options.skipInvalid) {
      console.error(
        `${market.skipped} ligne(s) inutilisable(s) : rien n'est écrit. Corrigez-les ou ajoutez --skip-invalid.`,
      );
      return UNUSABLE;
    }
    if (market.skipped > 0) console.error(`${market.skipped} ligne(s) inutilisable(s) laissée(s) de côté.`);
    return command.mode === "verify"
      ? await verifyFile(command.assignment, command.options, market, console)
      : assign(command, market, begin, console);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    return UNUSABLE;
  }
}

async function verifyFile(
  file: string,
  options: MatchOptions,
  market: LoadedMarket,
  console: Console,
): Promise<number> {
  const { pupils, offers } = market;
  const problems = new Problems(file);
  const contracts = await readAssignment(file, pupils.numbers, offers.numbers, problems, console.error);
  const verdict = judge(market, market.lists, contracts, options);
  const faults = [...problems.describe(), ...describeVerdict(verdict, pupils.ids, offers.ids)];
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    console.error("Affectation refusée.");
    return REFUSED;
  }
  console.out(`Affectation stable : ${contracts.pupil.length} contrat(s), aucun contrat bloquant.`);
  return DONE;
}

function judge(market: LoadedMarket, lists: Lists, contracts: Contracts, options: MatchOptions): Verdict {
  const { pupils, offers, rules, rankings, lottery } = market;
  if (!isCommittedLottery(options.seed, pupils.ids, lottery))
    throw new Error("the lottery is not the committed one");
  const priorities = judgedPriorities(pupils.rows, offers.rows, lists, rules, rankings);
  const upToLottery = options.promotion;
  return verifyAssignment(
    { pupils: pupils.rows, offers: offers.rows, lists, priorities, lottery, upToLottery },
    contracts,
  );
}

function assign(
  command: Extract<MatchCommand, { mode: "run" }>,
  market: LoadedMarket,
  begin: number,
  console: Console,
): number {
  const { options } = command;
  const { rules, rankings, lottery } = market;
  const pupils = market.pupils.rows;
  const offers = market.offers.rows;
  let lists = market.lists;
  if (command.tails > 0) {
    console.error(`Listes complétées jusqu'à ${command.tails} candidatures proposées par élève…`);
    lists = completeLists({ pupils, offers, lists, lottery, length: command.tails });
  }
  const eligible = dropIneligible(pupils, offers, lists);
  const priorities = computePriorities({ pupils, offers, lists: eligible.lists, rankings, rules });
  const engineBegin = performance.now();
  const matching = matchTwoWeeksFirst({
    offers,
    lists: eligible.lists,
    tiers: priorities.tiers,
    lottery,
    promotion: options.promotion,
  });
  const engineMs = performance.now() - engineBegin;
  console.error("Affectation calculée, preuve en cours…");
  const verdict = judge(market, lists, contractsOf(eligible.lists, matching), options);
  if (!verdict.stable) {
    for (const fault of describeVerdict(verdict, market.pupils.ids, market.offers.ids)) console.error(fault);
    console.error("La preuve a échoué : rien n'est écrit.");
    return REFUSED;
  }
  const bound = cardinalityBound(offers, eligible.lists, matching);
  const cutoffs = CONTRACT_KINDS.map((kind) =>
    computeCutoffs(eligible.lists, priorities, lottery, matching, kind),
  );
  const order = textOrder(market.pupils.ids);
  const tally = new Tally(pupils, offers);
  const rows = placements(order, eligible.lists, matching, (kind, line) =>
    reasonFor(cutoffs[kind]!, priorities, eligible.lists, line),
  );
  if (command.lists !== undefined)
    writeLines(command.lists, listLines(order, lists, market.pupils.ids, market.offers.ids));
  const digest = writeLines(
    command.out,
    assignmentLines(tally.count(rows), market.pupils.ids, market.offers.ids),
  );
  const { ranks, meanKm, ...counts } = tally.summary();
  const report: MatchReport = {
    ...counts,
    ineligible: eligible.ineligible,
    ranks,
    meanKm,
    blocking: verdict.counts.blocking,
    bound,
    digest,
    ms: Math.round(performance.now() - begin),
    engineMs: Math.round(engineMs * 1000) / 1000,
    maxRssBytes: process.resourceUsage().maxRSS * 1024,
    skippedLines: market.skipped,
  };
  writeLines(command.report, [JSON.stringify(report, null, 2)]);
  console.out(
    `${report.placed} élève(s) placé(s) sur ${report.pupils}, ${report.halfPlaced} pour une semaine, ` +
      `${report.unplaced} sans place ; aucun contrat bloquant.`,
  );
  return DONE;
}

function contractsOf(lists: Lists, matching: Matching): Contracts {
  const pupil: number[] = [];
  const offer: number[] = [];
  const kinds: number[] = [];
  for (const kind of CONTRACT_KINDS)
    matching.lines[kind].forEach((line, index) => {
      if (line === NO_LINE) return;
      pupil.push(index);
      offer.push(lists.offer[line]!);
      kinds.push(kind);
    });
  return { pupil: Uint32Array.from(pupil), offer: Uint32Array.from(offer), kind: Uint8Array.from(kinds) };
}
