import { normaliseText } from "#app/kernel/text.ts";
import type { RosterField } from "./roster-fields.ts";

/** A field that a column's name tells; of two for the same field, the lower rank is read first. */
export interface Recognised {
  field: RosterField;
  rank: number;
}

/** "DateNaissance", "DATE_NAISS.", "Date de naissance": one name. */
export function columnName(header: string): string {
  return normaliseText(header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")).slice(0, 80);
}

type Rule = readonly [RosterField, RegExp, rank?: number];

const OF_PUPIL = "( de l| de| du| d)?( l)?( ?eleve| ?enfant)?";

/** Of the pupil, the first that fits. */
const PUPIL_RULES: readonly Rule[] = [
  ["ine", /\bine\b|\b(identifiant|id|numero|num|n|no) national/],
  ["birthDate", /(^| )naiss|^(date |jour )?(de )?naissance|^ne e? ?le\b|^nee le\b|^date nais/],
  ["formTeacher", /\b(prof|profs|professeur|enseignant)e?s? princ|^pp$/],
  ["referentTeacher", /\breferente?s?\b/],
  ["uai", /\b(uai|rne)\b/],
  ["className", /\b(classe|division)\b/],
  ["level", /\b(mef|niveau|formation|cursus)\b/],
  ["fullName", /^(nom|noms) (et )?prenoms?\b|^eleves?$|^prenom et nom/],
  ["firstName", new RegExp(`^prenoms?( 1| usuel| d usage)?${OF_PUPIL}$`)],
  ["lastName", new RegExp(`^noms?( de)?( famille| naissance| legal)?${OF_PUPIL}$`)],
  ["lastName", new RegExp(`^nom (d usage|usage|usuel)${OF_PUPIL}$`), 1],
  [
    "number",
    /^((n|no|num|numero|id|identifiant|code|matricule)( interne| unique)?( de l| d)? ?(eleve|interne|gep|dossier)|elenoet|matricule|eleve id)\b/,
  ],
];

/** Names of columns that hold such a word and are about something else. */
const NOT_OF_PUPIL =
  /\b(precedente?s?|origine|anterieure?|an passe|lieu|ville|commune|pays|departement|dep|insee|sexe|code postal|date (d )?(entree|sortie|debut|fin)|effectif)\b/;

const GUARDIAN =
  /\b(resp|responsables?|representants?|rl ?[12]?|parents?|leg|legaux|tuteurs?|tutrices?|pere|mere|resp[12])\b/;
const SECOND_GUARDIAN = /\b(2|deuxieme|second|seconde|autre|mere)\b|[a-z]2\b/;
const NOT_OF_GUARDIAN =
  /naiss|\b(civilite|civ|profession|csp|ville|commune|pays|lien|parente|qualite|ligne|niveau|id|sms|sexe|code|situation|annexe|heberge|paie)\b/;

/** What a column holds, by its name; null when no rule knows it. */
export function recogniseColumn(header: string): Recognised | null {
  const name = columnName(header);
  if (GUARDIAN.test(name)) return recogniseGuardian(name);
  if (NOT_OF_PUPIL.test(name)) return null;
  const rule = PUPIL_RULES.find(([, pattern]) => pattern.test(name));
  return rule ? { field: rule[0], rank: rule[2] ?? 0 } : null;
}

function recogniseGuardian(name: string): Recognised | null {
  if (NOT_OF_GUARDIAN.test(name)) return null;
  const slot = SECOND_GUARDIAN.test(name) ? "guardian2" : "guardian1";
  if (/mail|\bmel\b|courriel|electronique/.test(name)) return { field: `${slot}Email`, rank: 0 };
  if (/\badresse\b/.test(name)) return null;
  if (/portable|mobile|\bgsm\b/.test(name)) return { field: `${slot}Phone`, rank: 0 };
  if (/\btel|telephone|phone|numero/.test(name))
    return { field: `${slot}Phone`, rank: /pro|travail|bureau/.test(name) ? 2 : 1 };
  const [last, first] = [/\bnom\b/.test(name), /\bprenom\b/.test(name)];
  if (last === first) return { field: `${slot}Name`, rank: 0 };
  return { field: last ? `${slot}LastName` : `${slot}FirstName`, rank: 0 };
}
