import { CONTRACT_CODES, type Lists, type Rankings } from "#app/domain/matching/market.ts";
import { readCsv, readWhole } from "./csv-lines.ts";
import { GrowingColumn } from "./grow.ts";
import type { Problems } from "./problems.ts";

type Ids = ReadonlyMap<string, number>;
type Progress = (message: string) => void;

/** Preferences `pupil,rank,offer,contract`: each rank and each contract once per pupil. */
export async function readPreferences(
  file: string,
  pupils: Ids,
  offers: Ids,
  problems: Problems,
  progress: Progress,
): Promise<Lists> {
  const lines = new RankedLines();
  const columns = ["pupil", "rank", "offer", "contract"];
  await readCsv({ file, columns, problems, progress }, (values, line) => {
    const [pupilId = "", rankText = "", offerId = "", code = ""] = values;
    const pupil = pupils.get(pupilId);
    const rank = readRank(rankText);
    const offer = offers.get(offerId);
    const kind = CONTRACT_CODES.indexOf(code as (typeof CONTRACT_CODES)[number]);
    if (pupil === undefined) problems.add(line, `élève inconnu « ${pupilId} »`);
    else if (offer === undefined) problems.add(line, `offre inconnue « ${offerId} »`);
    else if (rank === undefined) problems.add(line, `rang inutilisable « ${rankText} »`);
    else if (kind < 0) problems.add(line, `contrat inconnu « ${code} » (B, 1 ou 2)`);
    else lines.add(pupil, rank, 3 * offer + kind, line);
  });
  const kindOf = (contract: number) => contract % 3;
  const grouped = lines.group(pupils.size, kindOf, problems, "contrat déjà cité par cet élève");
  const start = new Uint32Array(3 * pupils.size + 1);
  for (let pupil = 0; pupil < pupils.size; pupil++)
    for (let index = grouped.start[pupil]!; index < grouped.start[pupil + 1]!; index++)
      start[3 * pupil + kindOf(grouped.item[index]!) + 1]!++;
  for (let segment = 1; segment < start.length; segment++) start[segment]! += start[segment - 1]!;
  return { start, offer: grouped.item.map((contract) => Math.floor(contract / 3)), rank: grouped.rank };
}

/** Rankings `offer,rank,pupil`: each rank and each pupil once per offer. */
export async function readRankings(
  file: string,
  pupils: Ids,
  offers: Ids,
  problems: Problems,
  progress: Progress,
): Promise<Rankings> {
  const lines = new RankedLines();
  await readCsv({ file, columns: ["offer", "rank", "pupil"], problems, progress }, (values, line) => {
    const [offerId = "", rankText = "", pupilId = ""] = values;
    const offer = offers.get(offerId);
    const rank = readRank(rankText);
    const pupil = pupils.get(pupilId);
    if (offer === undefined) problems.add(line, `offre inconnue « ${offerId} »`);
    else if (pupil === undefined) problems.add(line, `élève inconnu « ${pupilId} »`);
    else if (rank === undefined) problems.add(line, `rang inutilisable « ${rankText} »`);
    else lines.add(offer, rank, pupil, line);
  });
  const grouped = lines.group(offers.size, () => 0, problems, "élève déjà classé par cette offre");
  return { start: grouped.start, pupil: grouped.item };
}

function readRank(text: string): number | undefined {
  const rank = readWhole(text);
  return rank >= 1 && rank <= 0x7fffffff ? rank : undefined;
}

interface Grouped {
  start: Uint32Array;
  item: Uint32Array;
  rank: Uint32Array;
}

/** Lines (owner, rank, item) in the order of the file, then grouped by owner and sorted by rank. */
class RankedLines {
  private readonly owner = new GrowingColumn();
  private readonly rank = new GrowingColumn();
  private readonly item = new GrowingColumn();
  private readonly line = new GrowingColumn();

  add(owner: number, rank: number, item: number, line: number): void {
    this.owner.push(owner);
    this.rank.push(rank);
    this.item.push(item);
    this.line.push(line);
  }

  /** Among duplicates the first line of the file is kept, the others are problems. */
  group(owners: number, kindOf: (item: number) => number, problems: Problems, twice: string): Grouped {
    const order = this.byOwner(owners);
    const ranks = this.rank.values();
    const items = this.item.values();
    const lines = this.line.values();
    const grouped = {
      start: new Uint32Array(owners + 1),
      item: new Uint32Array(lines.length),
      rank: new Uint32Array(lines.length),
    };
    let filled = 0;
    for (let owner = 0; owner < owners; owner++) {
      const kept: number[] = [];
      const seen = new SeenLines();
      for (let index = order.start[owner]!; index < order.start[owner + 1]!; index++) {
        const entry = order.entry[index]!;
        const fault = seen.fault(ranks[entry]!, items[entry]!);
        if (fault === undefined) kept.push(entry);
        else problems.add(lines[entry]!, fault === "rank" ? `rang ${ranks[entry]!} en double` : twice);
      }
      kept.sort((a, b) => kindOf(items[a]!) - kindOf(items[b]!) || ranks[a]! - ranks[b]!);
      for (const entry of kept) {
        grouped.item[filled] = items[entry]!;
        grouped.rank[filled++] = ranks[entry]!;
      }
      grouped.start[owner + 1] = filled;
    }
    return {
      start: grouped.start,
      item: grouped.item.subarray(0, filled),
      rank: grouped.rank.subarray(0, filled),
    };
  }

  private byOwner(owners: number): { start: Uint32Array; entry: Uint32Array } {
    const values = this.owner.values();
    const start = new Uint32Array(owners + 1);
    for (const owner of values) start[owner + 1]!++;
    for (let owner = 0; owner < owners; owner++) start[owner + 1]! += start[owner]!;
    const cursor = start.slice();
    const entry = new Uint32Array(values.length);
    values.forEach((owner, index) => (entry[cursor[owner]!++] = index));
    return { start, entry };
  }
}

const FEW = 32;

/** Duplicates of one owner: compared one by one while they are few, which is faster than a set. */
class SeenLines {
  private readonly ranks: number[] = [];
  private readonly items: number[] = [];
  private rankSet: Set<number> | undefined;
  private itemSet: Set<number> | undefined;

  fault(rank: number, item: number): "rank" | "item" | undefined {
    if (this.rankSet === undefined && this.ranks.length > FEW) {
      this.rankSet = new Set(this.ranks);
      this.itemSet = new Set(this.items);
    }
    if (this.rankSet?.has(rank) ?? this.ranks.includes(rank)) return "rank";
    if (this.itemSet?.has(item) ?? this.items.includes(item)) return "item";
    if (this.rankSet === undefined) {
      this.ranks.push(rank);
      this.items.push(item);
    } else {
      this.rankSet.add(rank);
      this.itemSet?.add(item);
    }
    return undefined;
  }
}
