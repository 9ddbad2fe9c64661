import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import type { LocatedSchool } from "#app/domain/reference/place.ts";
import { seededRandom } from "#app/kernel/random.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { line, measure } from "./search-measure.ts";
import { drawPlace } from "./search-market.ts";

const LYCEES = 2700;
const SAINTS =
  "Jean Moulin|Émile Zola|Victor Hugo|Marie Curie|Saint-Joseph|Simone Veil|Jules Ferry|Louise Michel";

/** What people type of a commune; `pick` draws a whole number below its argument. */
const TYPED: Record<string, (name: string, pick: (size: number) => number) => string> = {
  "un début de commune": (name, pick) => name.slice(0, 2 + pick(6)),
  "une commune entière": (name) => name,
  "une commune avec une faute": (name, pick) => mistype(name, pick),
  "une commune avec deux fautes": (name, pick) => mistype(mistype(name, pick), pick),
  "un lycée": (name, pick) => `lycee ${SAINTS.split("|")[pick(8)] ?? ""} ${name.slice(0, 3)}`,
};

/** Completion of a place, in the process, with as many lycées as the country has. */
export async function measurePlaces(
  { queries, seed }: { queries: number; seed: number },
  say: (text: string) => void,
): Promise<void> {
  const random = seededRandom(seed);
  const pick = (size: number) => Math.floor(random() * size);
  const draw = drawPlace();
  const municipalities = readMunicipalities();
  const places = createPlaceIndex(municipalities);
  places.replaceSchools(inventLycees(municipalities, pick));
  const names = Array.from({ length: queries }, () => draw(random).name);
  for (const [label, typed] of Object.entries(TYPED)) {
    const texts = names.map((name) => typed(name, pick));
    say(
      line(
        label,
        await measure(texts, (text) => {
          places.search(text);
          return Promise.resolve();
        }),
      ),
    );
  }
}

/** A letter that lacks, one too many, or another one. */
export function mistype(text: string, pick: (size: number) => number): string {
  const at = pick(text.length);
  const letter = "abcdefghijklmnopqrstuvwxyz".charAt(pick(26));
  const kind = pick(3);
  return text.slice(0, at) + (kind === 0 ? "" : letter) + text.slice(kind === 1 ? at : at + 1);
}

function inventLycees(
  municipalities: ReturnType<typeof readMunicipalities>,
  pick: (size: number) => number,
): LocatedSchool[] {
  const located = municipalities.filter(({ latitude, type }) => latitude !== null && type === "commune");
  return Array.from({ length: LYCEES }, (_, number) => {
    const town = located[pick(located.length)];
    const own =
      pick(3) === 0 ? (SAINTS.split("|")[pick(8)] ?? "") : (located[pick(located.length)]?.name ?? "");
    return {
      uai: `${String(number).padStart(7, "0")}A`,
      name: `Lycée ${own}`,
      town: town?.name ?? "",
      inseeCode: town?.inseeCode ?? null,
      postcode: town?.postcodes[0] ?? null,
      departmentCode: town?.departmentCode ?? null,
      latitude: town?.latitude ?? 0,
      longitude: town?.longitude ?? 0,
      approximate: false,
      secondeEnrolment: pick(500),
    };
  });
}
