import { DIVIDED_COMMUNES, mainPostcode, municipalityPlace } from "./place.ts";
import type { LearntPostcode, LocatedMunicipality, Place } from "./place.ts";

/** Postcodes of the communes: several for a town, or one for several villages; and those that were learnt. */
export class PostcodeIndex {
  private readonly rows: LocatedMunicipality[];
  private readonly rowsOf = new Map<string, number[]>();
  private readonly learnt = new Map<string, number[]>();
  private readonly byWeight: string[];

  constructor(rows: LocatedMunicipality[]) {
    this.rows = rows;
    rows.forEach((row, index) => {
      for (const postcode of row.postcodes) {
        const shared = this.rowsOf.get(postcode);
        if (shared) shared.push(index);
        else this.rowsOf.set(postcode, [index]);
      }
    });
    this.byWeight = [...this.rowsOf.keys()]
      .map((code) => [code, this.weight(code)] as const)
      .sort((a, b) => b[1] - a[1])
      .map(([code]) => code);
  }

  /** What the official list of communes says is never changed. */
  learn(postcodes: readonly LearntPostcode[], byCode: ReadonlyMap<string, number>): void {
    for (const { postcode, inseeCode } of postcodes) {
      const row = byCode.get(inseeCode);
      if (row !== undefined && !this.rowsOf.has(postcode)) this.learnt.set(postcode, [row]);
    }
  }

  /** Rows that share a postcode, most peopled first. */
  rowsAt(postcode: string): number[] | undefined {
    return this.rowsOf.get(postcode) ?? this.learnt.get(postcode);
  }

  /** The row that a postcode is told by: an arrondissement if there is one, else the most peopled. */
  mainRow(shared: number[]): number {
    return shared.find((index) => this.rows[index]?.type === "arrondissement") ?? shared[0] ?? 0;
  }

  place(postcode: string): Place {
    const shared = this.rowsAt(postcode) ?? [];
    const main = municipalityPlace(this.rows[this.mainRow(shared)] as LocatedMunicipality);
    const several =
      shared.filter((index) => !DIVIDED_COMMUNES.has(this.rows[index]?.inseeCode ?? "")).length > 1;
    const label = `${postcode} – ${main.name}`;
    return {
      ...main,
      type: "postcode",
      code: postcode,
      postcode,
      approximate: main.approximate || several,
      label,
    };
  }

  startingWith(prefix: string, limit: number): Place[] {
    const found: string[] = [];
    for (const code of this.byWeight) {
      if (code.startsWith(prefix) && found.push(code) === limit) break;
    }
    return found.map((code) => this.place(code));
  }

  /** A town's main postcode weighs more than its others, which are those of its quarters. */
  private weight(postcode: string): number {
    const first = this.rows[this.rowsOf.get(postcode)?.[0] ?? 0];
    if (!first) return 0;
    return (mainPostcode(first) === postcode ? 1 : 0.3) * first.population;
  }
}
