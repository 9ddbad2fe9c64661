/** An IANA name: "Indian/Reunion". */
export type TimeZone = string;

export const PARIS: TimeZone = "Europe/Paris";

/** By code of the département or of the overseas community; the rest of France lives at the hour of Paris. */
const OVERSEAS: Readonly<Record<string, TimeZone>> = {
  "971": "America/Guadeloupe",
  "972": "America/Martinique",
  "973": "America/Cayenne",
  "974": "Indian/Reunion",
  "975": "America/Miquelon",
  "976": "Indian/Mayotte",
  "977": "America/St_Barthelemy",
  "978": "America/Marigot",
  "986": "Pacific/Wallis",
  "987": "Pacific/Tahiti",
  "988": "Pacific/Noumea",
};

const MARQUESAS: TimeZone = "Pacific/Marquesas";
const GAMBIER: TimeZone = "Pacific/Gambier";

/** Archipelagos of French Polynesia that do not live at the hour of Tahiti. */
const ISLANDS_BY_INSEE: Readonly<Record<string, TimeZone>> = {
  "98718": MARQUESAS,
  "98719": GAMBIER,
  "98723": MARQUESAS,
  "98731": MARQUESAS,
  "98746": MARQUESAS,
  "98756": MARQUESAS,
  "98757": MARQUESAS,
};
const MARQUESAS_POSTCODE = /^987(4\d|96)$/;
const GAMBIER_POSTCODE = /^987(55|92|93)$/;

/** Postcodes 977 and 978 are firms' postcodes (CEDEX) of La Réunion: the islands of these INSEE codes have postcodes in 971. */
const REUNION_POSTCODE = /^97[478]/;

/** Every time zone that a recipient can live in. */
export const TIME_ZONES: readonly TimeZone[] = [PARIS, ...Object.values(OVERSEAS), MARQUESAS, GAMBIER];

/** Beginnings of INSEE codes with their zone, the longest first: for questions put to the database. */
export const ZONES_BY_INSEE: readonly (readonly [prefix: string, timeZone: TimeZone])[] = [
  ...Object.entries(ISLANDS_BY_INSEE),
  ...Object.entries(OVERSEAS),
];

/** What is known of a place: any of it may be missing. */
export interface KnownPlace {
  inseeCode?: string | null;
  departmentCode?: string | null;
  postcode?: string | null;
}

/** The hour that people of a place live by; the commune tells it best, then the département, then the postcode. */
export function timeZoneOf({ inseeCode, departmentCode, postcode }: KnownPlace): TimeZone {
  if (inseeCode) return ISLANDS_BY_INSEE[inseeCode] ?? OVERSEAS[inseeCode.slice(0, 3)] ?? PARIS;
  if (departmentCode && departmentCode !== "987") return OVERSEAS[departmentCode] ?? PARIS;
  return postcode ? zoneOfPostcode(postcode) : (OVERSEAS[departmentCode ?? ""] ?? PARIS);
}

function zoneOfPostcode(postcode: string): TimeZone {
  if (REUNION_POSTCODE.test(postcode)) return OVERSEAS["974"] ?? PARIS;
  if (MARQUESAS_POSTCODE.test(postcode)) return MARQUESAS;
  if (GAMBIER_POSTCODE.test(postcode)) return GAMBIER;
  return OVERSEAS[postcode.slice(0, 3)] ?? PARIS;
}
