import type { CsvRow } from "#app/domain/reference/read-csv.server.ts";
import { seededRandom } from "#app/kernel/random.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { sectors } from "#db/seed/reference/sectors.ts";
import type { Place, PlaceIndex } from "../../reference/place.ts";

export const OFFER_COLUMNS = [
  "id",
  "secteur",
  "public",
  "type_employeur_public",
  "ville",
  "code_postal",
  "filiere",
] as const;
export type OfferColumn = (typeof OFFER_COLUMNS)[number];

export type OfferSkipReason =
  "truncated" | "no_id" | "other_level" | "unknown_level" | "unknown_sector" | "unplaceable";

/** One offer of the file, joined to what the service knows. */
export interface FileOffer {
  id: string;
  sectorCode: string;
  challenges: string[];
  isPublic: boolean;
  employerType: string;
  place: Place;
}

/** Levels of the file: the offers meant only for younger pupils are left out. */
const LEVELS: Record<string, boolean> = {
  seconde_only: true,
  seconde_troisieme_or_quatrieme: true,
  troisieme_or_quatrieme: false,
};

const sectorByLabel = new Map(sectors.map((sector) => [normaliseText(sector.label), sector]));

export function readOfferRow(
  { values, truncated }: CsvRow<OfferColumn>,
  places: PlaceIndex,
): FileOffer | OfferSkipReason {
  if (truncated) return "truncated";
  if (values.id === "") return "no_id";
  const wanted = LEVELS[values.filiere];
  if (wanted === undefined) return "unknown_level";
  if (!wanted) return "other_level";
  const sector = sectorByLabel.get(normaliseText(values.secteur));
  if (!sector) return "unknown_sector";
  const place = places.locate(values.ville, values.code_postal);
  if (!place) return "unplaceable";
  return {
    id: values.id,
    sectorCode: sector.code,
    challenges: sector.challenges,
    isPublic: values.public === "oui",
    employerType: values.type_employeur_public,
    place,
  };
}

export interface DrawnOffer {
  /** Which of the sector's texts and host names. */
  variant: number;
  capacity: { 1: number; 2: number };
  acceptsSingleWeek: boolean;
  ageInDays: number;
  streetNumber: number;
}

const OLDEST_DAYS = 45;

/** What the file does not say, drawn from the row's own id: the same file gives the same offers on every machine. */
export function drawOffer(id: string): DrawnOffer {
  const random = seededRandom(hash(id));
  const weeks = random();
  const seats = (): number => 1 + Math.floor(4 * random() ** 2.5);
  const first = seats();
  const both = weeks < 0.6;
  return {
    variant: Math.floor(random() * 9),
    capacity: { 1: both || weeks < 0.8 ? first : 0, 2: both ? first : weeks < 0.8 ? 0 : first },
    acceptsSingleWeek: !both || random() < 0.75,
    ageInDays: Math.floor(random() * OLDEST_DAYS),
    streetNumber: 1 + Math.floor(random() * 80),
  };
}

/** Number of the invented SIRET of the organisation that a row brings: above those of the demonstration's own. */
export function siretNumber(id: string): number {
  return /^\d{1,7}$/.test(id) ? 50_000_000 + Number(id) : 60_000_000 + (hash(id) % 39_999_999);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

const PUBLIC_HOSTS: [RegExp, string][] = [
  [/education/, "Établissement public d'enseignement"],
  [/hospitaliere/, "Centre hospitalier"],
  [/collectivite/, "Collectivité locale"],
  [/armees/, "Unité des armées"],
  [/interieur/, "Service de l'Intérieur"],
  [/economie/, "Service des finances publiques"],
  [/travail|sante/, "Organisme de protection sociale"],
  [/ecologique/, "Service de l'environnement"],
  [/agriculture/, "Établissement public agricole"],
  [/culture/, "Établissement culturel public"],
  [/justice/, "Service de la justice"],
  [/sports/, "Service des sports"],
  [/consulaire/, "Chambre consulaire"],
];

/** Name of an invented public body, from the kind of employer that the file tells. */
export function publicHostName(employerType: string, town: string): string {
  const kind = normaliseText(employerType);
  const stem = PUBLIC_HOSTS.find(([pattern]) => pattern.test(kind))?.[1] ?? "Service public";
  return `${stem} – ${town}`;
}

/** "Paris 15e" is a place, its town is Paris. */
export function townOf(place: Place): string {
  return place.type === "arrondissement" ? place.name.replace(/ \d+(?:er|e)$/, "") : place.name;
}
