import { last } from "#app/kernel/last.ts";
import { canonicalPlace, MAX_TYPED } from "./place-text.ts";
import { editsFrom, hasMoreBits, letterMask } from "./place-typos.ts";
import type { LocatedSchool, Place } from "./place.ts";

/** A smaller tier is a better match, on the same scale as that of the communes (place-keys.ts). */
export interface SchoolMatch {
  place: Place;
  tier: number;
  /** Its words are those that were typed, or begin with them. */
  sure: boolean;
}

/** After the communes of the same name; the next before those one typo away. */
const WHOLE_NAME_TIER = 1.5;
const WHOLE_WORDS_TIER = 2.4;
const BEGINNING_TIER = 2.6;
const TYPOS_TIER = 6.5;
/** Two letters begin the name of half of them. */
const SHORTEST_BEGINNING = 3;
/** Words that tell no lycée from another. */
const COMMON = new Set(
  "lycee de des du d la le les l et a general technologique polyvalent enseignement prive public".split(" "),
);

interface IndexedSchool {
  place: Place;
  /** Words of its own name. */
  name: ReadonlySet<string>;
  weight: number;
}

interface SchoolWord {
  text: string;
  mask: number;
}

/** The lycées in memory, by each word of their name, town, postcode and département. */
export class SchoolPlaces {
  private readonly schools: IndexedSchool[];
  private readonly byUai: ReadonlyMap<string, Place>;
  private readonly holders = new Map<string, number[]>();
  private readonly words: readonly SchoolWord[];
  /** The same by length, where typos are looked for. */
  private readonly byLength: readonly (readonly SchoolWord[])[];

  /** `communeOf` tells the commune of an INSEE code: a lycée is shown with its name. */
  constructor(schools: readonly LocatedSchool[], communeOf: (inseeCode: string) => Place | null) {
    this.schools = schools
      .map((school) => ({
        place: schoolPlace(school, school.inseeCode ? communeOf(school.inseeCode) : null),
        name: new Set(significant(canonicalPlace(school.name).split(" "))),
        weight: school.secondeEnrolment ?? 0,
      }))
      .sort((a, b) => b.weight - a.weight || (a.place.code < b.place.code ? -1 : 1));
    this.byUai = new Map(this.schools.map(({ place }) => [place.code, place]));
    this.schools.forEach(({ place, name }, number) => {
      const told = canonicalPlace(`${place.label} ${place.postcode}`).split(" ");
      for (const word of new Set([...name, ...told])) {
        const holders = this.holders.get(word);
        if (holders) holders.push(number);
        else this.holders.set(word, [number]);
      }
    });
    this.words = [...this.holders.keys()].sort().map((text) => ({ text, mask: letterMask(text) }));
    const lengths: SchoolWord[][] = [];
    for (const word of this.words) (lengths[word.text.length] ??= []).push(word);
    this.byLength = Array.from(lengths, (words = []) => words);
  }

  withUai(uai: string): Place | null {
    return this.byUai.get(uai.toUpperCase()) ?? null;
  }

  /**
   * Lycées that hold every word typed, best first, then those with the most pupils of seconde: the name whole, each word
   * whole, the last word begun and, with `guess`, mistyped words. A town alone names no lycée, unless "lycée" was typed.
   */
  search(text: string, limit: number, { guess }: { guess: boolean }): SchoolMatch[] {
    const all = canonicalPlace(text.slice(0, MAX_TYPED)).split(" ").filter(Boolean);
    const typed = significant(all);
    if (typed.length === 0 || typed.every((word) => word.length < 2)) return [];
    const exactly = typed.map((word) => [word]);
    const latest = last(typed) ?? "";
    const begun = [
      ...exactly.slice(0, -1),
      latest.length < SHORTEST_BEGINNING ? [latest] : this.begunBy(latest),
    ];
    const named = namesLycee(text);
    const found: SchoolMatch[] = [];
    const add = (numbers: readonly number[], tierOf: (school: IndexedSchool) => number) => {
      for (const number of numbers) {
        const school = this.schools[number];
        if (!school || found.length === limit || found.some(({ place }) => place === school.place)) continue;
        const tier = tierOf(school);
        found.push({ place: school.place, tier, sure: tier < TYPOS_TIER });
      }
    };
    const whole = this.holding(exactly, named);
    const isWhole = ({ name }: IndexedSchool) => [...name].every((word) => typed.includes(word));
    const byTier = (numbers: readonly number[], wanted: boolean) =>
      numbers.filter((number) => isWhole(this.schools[number] as IndexedSchool) === wanted);
    add(byTier(whole, true), () => WHOLE_NAME_TIER);
    add(byTier(whole, false), () => WHOLE_WORDS_TIER);
    if (found.length < limit) add(this.holding(begun, named), () => BEGINNING_TIER);
    if (found.length === 0 && guess)
      add(
        this.holding(
          typed.map((word, at) => this.near(word, begun[at] ?? [])),
          named,
        ),
        () => TYPOS_TIER,
      );
    return found;
  }

  /** The lycées that hold one word of each list, one of them in their name unless "lycée" was typed. */
  private holding(lists: readonly (readonly string[])[], named: boolean): number[] {
    const sets = lists.map((words) => new Set(words.flatMap((word) => this.holders.get(word) ?? [])));
    const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
    const words = new Set(lists.flat());
    return [...(smallest ?? [])]
      .filter((number) => others.every((set) => set.has(number)))
      .filter((number) => named || [...(this.schools[number]?.name ?? [])].some((word) => words.has(word)))
      .sort((a, b) => a - b);
  }

  private begunBy(beginning: string): string[] {
    const found: string[] = [];
    for (let at = this.firstAtLeast(beginning); this.words[at]?.text.startsWith(beginning); at += 1)
      found.push(this.words[at]?.text ?? "");
    return found;
  }

  private near(word: string, begun: readonly string[]): readonly string[] {
    const reach = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (reach === 0 || begun.some((one) => this.holders.has(one))) return begun;
    const mask = letterMask(word);
    const editsTo = editsFrom(word);
    return this.byLength
      .slice(word.length - reach, word.length + reach + 1)
      .flatMap((words) =>
        words.filter(
          (one) =>
            !hasMoreBits(mask & ~one.mask, reach) &&
            !hasMoreBits(one.mask & ~mask, reach) &&
            editsTo(one.text, reach) <= reach,
        ),
      )
      .map(({ text }) => text);
  }

  private firstAtLeast(wanted: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle]?.text ?? "") < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether a lycée was asked by that word. */
export function namesLycee(text: string): boolean {
  return canonicalPlace(text).split(" ").includes("lycee");
}

/** The words that tell something, or all of them when none does. */
function significant(words: readonly string[]): string[] {
  const kept = words.filter((word) => !COMMON.has(word));
  return kept.length > 0 ? kept : words.filter((word) => word !== "lycee");
}

function schoolPlace(school: LocatedSchool, commune: Place | null): Place {
  const department = commune?.departmentCode ?? school.departmentCode ?? "";
  const name = shortName(school.name);
  return {
    label: `${name}, ${commune?.label ?? `${school.town} (${department})`}`,
    type: "lycee",
    code: school.uai,
    inseeCode: commune?.inseeCode ?? school.inseeCode ?? "",
    lat: school.latitude,
    lon: school.longitude,
    approximate: school.approximate,
    departmentCode: department,
    name,
    postcode: school.postcode ?? "",
  };
}

const ROUTES =
  /^(lycée)(?:,?\s+(?:d['’]enseignement|général|technologique|polyvalent|privé|et)(?=[\s,]))+\s+/i;

/** "Lycée général et technologique du Granier" is known as "Lycée du Granier". */
function shortName(official: string): string {
  return official.replace(ROUTES, "$1 ").trim();
}
