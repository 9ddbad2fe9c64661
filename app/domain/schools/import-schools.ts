import type { CsvRow } from "#app/domain/reference/read-csv.server.ts";

/** Columns of the official directory that are read; the others may come and go. */
export const DIRECTORY_COLUMNS = [
  "Identifiant_de_l_etablissement",
  "Nom_etablissement",
  "Type_etablissement",
  "Statut_public_prive",
  "Adresse_1",
  "Code_postal",
  "Code_commune",
  "Nom_commune",
  "Code_departement",
  "Code_academie",
  "Voie_generale",
  "Voie_technologique",
  "Telephone",
  "Mail",
  "Type_contrat_prive",
  "latitude",
  "longitude",
  "etat",
  "libelle_nature",
] as const;
export type DirectoryColumn = (typeof DIRECTORY_COLUMNS)[number];

export const ENROLMENT_COLUMNS = ["uai", "secondes_gt", "source"] as const;
export const PRIORITY_COLUMNS = ["uai", "rep", "qpv"] as const;

export type SkipReason = "truncated" | "bad_uai" | "no_name" | "not_lycee" | "unknown_state";

/** A school as its row of the directory tells it. */
export interface DirectorySchool {
  line: number;
  uai: string;
  name: string;
  kind: string;
  isPublic: boolean;
  underContract: boolean;
  addressLine: string | null;
  postcode: string | null;
  town: string;
  inseeCode: string | null;
  departmentCode: string;
  academyCode: string;
  latitude: number | null;
  longitude: number | null;
  /** Coordinates are written and are none: a latitude of 166 was a longitude. */
  unusablePoint: boolean;
  hasSeconde: boolean;
  email: string | null;
  phone: string | null;
  status: "open" | "closing" | "closed";
  /** Among the rows of one UAI the smallest is kept, then the first line. */
  rank: number;
}

const STATUSES: Record<string, DirectorySchool["status"]> = {
  OUVERT: "open",
  "A FERMER": "closing",
  "À FERMER": "closing",
  FERME: "closed",
  FERMÉ: "closed",
};

/** One row of the directory, or the reason why it says nothing usable. */
export function readDirectoryRow({
  line,
  values,
  truncated,
}: CsvRow<DirectoryColumn>): DirectorySchool | SkipReason {
  if (truncated) return "truncated";
  const uai = values.Identifiant_de_l_etablissement.toUpperCase();
  if (!/^\d{7}[A-Z]$/.test(uai)) return "bad_uai";
  if (values.Type_etablissement !== "Lycée") return "not_lycee";
  if (values.Nom_etablissement === "" || values.Nom_commune === "") return "no_name";
  const status = STATUSES[values.etat.toUpperCase()];
  if (!status) return "unknown_state";
  const isPublic = values.Statut_public_prive === "Public";
  const hasSeconde = values.Voie_generale === "1" || values.Voie_technologique === "1";
  return {
    line,
    uai,
    name: values.Nom_etablissement,
    kind: values.libelle_nature,
    isPublic,
    underContract: isPublic || values.Type_contrat_prive.startsWith("CONTRAT"),
    addressLine: orNull(values.Adresse_1),
    postcode: orNull(values.Code_postal),
    town: values.Nom_commune,
    inseeCode: orNull(values.Code_commune.toUpperCase()),
    departmentCode: departmentCode(values.Code_departement),
    academyCode: values.Code_academie.padStart(2, "0"),
    ...point(values.latitude, values.longitude),
    hasSeconde,
    email: orNull(values.Mail.toLowerCase()),
    phone: orNull(values.Telephone),
    status,
    rank: duplicateRank(status, hasSeconde, values.Nom_etablissement),
  };
}

/**
 * Which row of a repeated UAI is the school itself: an open one before one that closes, one with a general or
 * technological route before one without, a name that is not that of an annexe or a second site before one that is.
 */
function duplicateRank(status: DirectorySchool["status"], hasSeconde: boolean, name: string): number {
  const secondary = /\b(annexe|site|campus|p[ôo]le|sup|internat)\b/i.test(name);
  return (status === "open" ? 0 : 4) + (hasSeconde ? 0 : 2) + (secondary ? 1 : 0);
}

/** The directory writes départements on three characters: "075", "02A", "974". */
export function departmentCode(code: string): string {
  return /^0[0-9AB]{2}$/i.test(code) ? code.slice(1).toUpperCase() : code.toUpperCase();
}

function point(
  latitude: string,
  longitude: string,
): Pick<DirectorySchool, "latitude" | "longitude" | "unusablePoint"> {
  const north = coordinate(latitude, 90);
  const east = coordinate(longitude, 180);
  return north === null || east === null || (north === 0 && east === 0)
    ? { latitude: null, longitude: null, unusablePoint: latitude !== "" && longitude !== "" }
    : { latitude: north, longitude: east, unusablePoint: false };
}

function coordinate(text: string, limit: number): number | null {
  const value = Number(text.replace(",", "."));
  return text === "" || !Number.isFinite(value) || Math.abs(value) > limit ? null : value;
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}

/** "1", "oui", "vrai" and their contraries; null for anything else. */
export function readYesNo(text: string): boolean | null {
  if (/^(1|oui|o|vrai|true|x)$/i.test(text)) return true;
  return /^(0|non|n|faux|false|)$/i.test(text) ? false : null;
}
