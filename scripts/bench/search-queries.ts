import type { Period } from "#app/domain/search/search-filters.ts";
import { seededRandom } from "#app/kernel/random.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import { sectors } from "#db/seed/reference/sectors.ts";
import { drawPlace } from "./search-market.ts";

export interface BenchQuery {
  place: string;
  center: GeoPoint;
  radiusKm: number;
  sectors: string[];
  period: Period | null;
  words: string | null;
}

/** Words as pupils type them: trades, places of work, common words of the descriptions. */
const WORDS = [
  ...[
    "médecin",
    "infirmière",
    "vétérinaire",
    "boulanger",
    "informatique",
    "jeu vidéo",
    "musée",
    "journaliste",
    "avocat",
  ],
  ...[
    "architecte",
    "mécanique",
    "banque",
    "théâtre",
    "ferme",
    "restaurant",
    "accueil",
    "atelier",
    "équipe",
    "observer",
  ],
  ...[
    "découvrir",
    "magasin",
    "assurance",
    "école",
    "laboratoire",
    "mode",
    "sport",
    "robot",
    "jardin",
    "chantier",
    "avion",
  ],
];

/** Radius of 5 to 60 km around a commune drawn by population, none to three sectors, a week or none. */
export function randomQueries(count: number, seed: number, { worded = false } = {}): BenchQuery[] {
  const random = seededRandom(seed);
  const place = drawPlace();
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  return Array.from({ length: count }, () => {
    const { name, latitude, longitude } = place(random);
    return {
      place: name,
      center: { latitude, longitude },
      radiusKm: 5 + Math.floor(random() * 56),
      sectors: Array.from({ length: Math.floor(random() * 4) }, () => pick(sectors).code),
      period: pick([null, "deux-semaines", "semaine-1", "semaine-2"] as const),
      words: worded ? pick(WORDS) : null,
    };
  });
}
