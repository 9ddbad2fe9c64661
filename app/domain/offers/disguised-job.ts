import { normaliseText } from "#app/kernel/text.ts";

/** Tasks that make an offer read like a job, or that minors may not do. */
export const JOB_SIGNS = [
  "till",
  "shelves",
  "dishes",
  "serving",
  "selling",
  "driving",
  "height",
  "chemicals",
  "weapons",
  "machines",
  "loads",
  "cleaning",
  "pay",
] as const;
export type JobSign = (typeof JOB_SIGNS)[number];

export interface JobFinding {
  sign: JobSign;
  /** The words that raised it, as normalised text. */
  words: string;
}

const PATTERNS: Record<JobSign, RegExp> = {
  till: /\b(?:(?:tenir|tenue de|a|en|poste de) (?:la )?caisse|hotes? de caisse|hotesses? de caisse|caissi(?:er|ere)s?|encaiss\w+)\b/,
  shelves: /\b(?:mise en rayons?|mettre en rayons?|remplissage (?:des )?rayons?|reassort\w*|facing)\b/,
  dishes: /\b(?:plonge|faire la vaisselle|plongeu(?:r|se)s?)\b/,
  serving: /\b(?:service (?:en salle )?(?:seul|en autonomie)|servir (?:seul\w*|les clients|en salle))\b/,
  selling:
    /\b(?:faire (?:de la|des) ventes?|vendre|conclure des ventes?|ventes? (?:en autonomie|directe|seul)|objectifs? de ventes?|demarchage|prospection telephonique)\b/,
  driving:
    /\b(?:conduire|conduite (?:d engins?|de vehicules?|d un|de (?:chariots?|tracteurs?|camions?|scooters?))|permis (?:b|de conduire|am|bsr)|livraisons? a (?:scooter|velo)|cariste)\b/,
  height:
    /\b(?:travail en hauteur|travaux en hauteur|echafaudages?|sur les toits?|monter sur (?:un|le|des) toits?|nacelle)\b/,
  chemicals:
    /\b(?:(?:produits?|substances?|agents?) (?:chimiques?|dangereux|toxiques?|phytosanitaires?|corrosifs?)|pesticides?|solvants?|amiante)\b/,
  weapons: /\b(?:armes?|munitions?|explosifs?|tir reel)\b/,
  machines:
    /\b(?:utiliser (?:les|des|une) machines?|(?:manier|utiliser|maniement de|utilisation de) (?:la |une )?(?:tronconneuse|scie|perceuse|meuleuse|presse)|tronconneuse|debroussailleuse)\b/,
  loads:
    /\b(?:port de charges(?: lourdes)?|manutention|decharge(?:r|ment) (?:des|les|de) (?:camions?|palettes?))\b/,
  cleaning: /\b(?:menage des|faire le menage|nettoyage des (?:locaux|chambres|sanitaires|toilettes))\b/,
  pay: /\b(?:remuner\w+|salaires?|gratification|pourboires?|smic)\b/,
};

/** What comes just before and turns the meaning round: "sans conduite d'engins". */
const NEGATION = /\b(?:sans|pas de|pas d|aucune?|jamais|ni|interdit de|ne (?:fera|feront) pas)(?: \w+)?$/;

/**
 * Reads the author's texts for words of the field: a sign warns the author before the offer is published,
 * it never blocks. "Observer la mise en rayon" is told too: the author knows, moderation judges.
 */
export function findJobSigns(...texts: (string | null | undefined)[]): JobFinding[] {
  const text = normaliseText(texts.filter(Boolean).join(" . "));
  return JOB_SIGNS.flatMap((sign) => {
    for (const match of text.matchAll(new RegExp(PATTERNS[sign], "g"))) {
      if (!NEGATION.test(text.slice(0, match.index).trim())) return [{ sign, words: match[0] }];
    }
    return [];
  });
}
