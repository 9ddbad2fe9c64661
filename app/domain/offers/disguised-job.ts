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
  "staffing",
] as const;
export type JobSign = (typeof JOB_SIGNS)[number];

export interface JobFinding {
  sign: JobSign;
  /** The words that raised it, as normalised text. */
  words: string;
}

/** A verb in the forms in which an offer gives a task: "servir", "vous servez", "servirez", "l’élève sert", "servies par l’élève". */
interface Task {
  infinitive: string;
  you: string;
  future: string;
  present: string;
  done: string;
}

const task = (infinitive: string, you: string, future: string, present: string, done: string): Task => ({
  infinitive,
  you,
  future,
  present,
  done,
});

const HOLD = task("tenir", "tenez", "tiendr", "tient", "tenu");
const PUT = task("mettre", "mettez", "mettr", "met", "mis");
const FILL = task(
  "(?:remplir|ranger|garnir)",
  "(?:remplissez|rangez|garnissez)",
  "(?:remplir|ranger|garnir)",
  "(?:remplit|range|garnit)",
  "(?:rempli|range|garni)",
);
const DO = task("faire", "faites", "fer", "fait", "fait");
const WASH = task("laver", "lavez", "laver", "lave", "lave");
const SERVE = task("servir", "servez", "servir", "sert", "servi");
const SELL = task("vendre", "vendez", "vendr", "vend", "vendu");
const DRIVE = task("conduire", "conduisez", "conduir", "conduit", "conduit");
const CLIMB = task(
  "(?:monter|grimper)",
  "(?:montez|grimpez)",
  "(?:monter|grimper)",
  "(?:monte|grimpe)",
  "monte",
);
const WORK = task("travailler", "travaillez", "travailler", "travaille", "travaille");
const USE = task(
  "(?:utiliser|manier)",
  "(?:utilisez|maniez)",
  "(?:utiliser|manier)",
  "(?:utilise|manie)",
  "(?:utilise|manie)",
);
const CARRY = task(
  "(?:porter|charger|decharger)",
  "(?:portez|chargez|dechargez)",
  "(?:porter|charger|decharger)",
  "(?:porte|charge|decharge)",
  "(?:porte|charge|decharge)",
);
const CLEAN = task(
  "(?:nettoyer|laver|balayer)",
  "(?:nettoyez|lavez|balayez)",
  "(?:nettoier|laver|balaier|balayer)",
  "(?:nettoie|lave|balaie)",
  "(?:nettoye|lave|balaye)",
);
const REPLACE = task("remplacer", "remplacez", "remplacer", "remplace", "remplace");

/** The one who comes. */
const PUPIL = "(?:l eleve|le stagiaire|la stagiaire|les? jeunes?|le candidat|la candidate)";
const BETWEEN = "(?: (?!pas |jamais |rien |plus |ni )[a-z]+)?";
const ARTICLE = "(?:la |le |les |l |des |du |de la |de l |d |un |une |votre |vos |nos |notre |aux? |en )?";

/** A task given to someone, with what it is about: all its forms. */
function given({ infinitive, you, future, present, done }: Task, about: string): string {
  const acting = `(?:${infinitive}|${you}|${future}(?:ez|a|ont|ons)|${PUPIL} ${present})`;
  const passive = `(?:${about}) (?:sont|est|seront|sera) ${done}(?:e|s|es)? par (?:vous|vos soins|${PUPIL})`;
  return `(?:${acting}${BETWEEN} ${ARTICLE}(?:${about})|${passive})`;
}

const VEHICLES =
  "(?:vehicules?|voitures?|camions?|camionnettes?|tracteurs?|engins?|chariots?|scooters?|fourgons?|utilitaires?|moissonneuses?|tondeuses?|pelles?|mini pelles?|transpalettes?|quads?|motos?|bus)";
const TOOLS =
  "(?:machines?|tronconneuses?|scies?|perceuses?|meuleuses?|presses?|ponceuses?|trancheuses?|fraiseuses?|debroussailleuses?|tondeuses?)";
const ROOMS =
  "(?:locaux|chambres?|sanitaires|toilettes|tables?|salles?|sols?|cuisines?|vitres?|bureaux|boxe?s?|ecuries?|cages?|ateliers?|magasins?|vehicules?)";
/** Of jobs that are often given to the young. */
const TRADES =
  "(?:vendeu(?:r|se)s?|serveu(?:r|se)s?|caissi(?:er|ere)s?|plongeu(?:r|se)s?|livreu(?:r|se)s?|manutentionnaires?|magasini(?:er|ere)s?|preparateurs? de commandes|(?:employe|equipier|equipiere|agent|ouvrier|ouvriere|commis)e?s?)";
const STAFF =
  "(?:salarie|collegue|employe|equipier|equipiere|vendeur|vendeuse|serveur|serveuse|personne|titulaire|absent)e?s?";

const either = (...patterns: string[]) => new RegExp(`\\b(?:${patterns.join("|")})\\b`, "g");

const PATTERNS: Record<JobSign, RegExp> = {
  till: either(
    "(?:tenue de|a|en|poste de) (?:la )?caisse",
    given(HOLD, "caisses?"),
    "hotes? de caisse",
    "hotesses? de caisse",
    "caissi(?:er|ere)s?",
    "encaiss[a-z]+",
  ),
  shelves: either(
    "mises? en rayons?",
    given(PUT, "rayons?|produits en rayons?|articles en rayons?"),
    given(FILL, "rayons?|etageres|gondoles"),
    "remplissage (?:des )?rayons?",
    "reassort[a-z]*",
    "facing",
  ),
  dishes: either("plonge", given(DO, "vaisselle"), given(WASH, "vaisselle"), "plongeu(?:r|se)s?"),
  serving: either(
    "service (?:en salle )?(?:seul|en autonomie)",
    given(SERVE, "clients?|clientele|tables?|repas|plats?|boissons?|cafes?|convives|salle|seul[a-z]*"),
  ),
  selling: either(
    given(DO, "ventes?"),
    "vendre",
    "vendez",
    "vendr(?:ez|a|ont)",
    given(SELL, "produits?|articles?|billets?|glaces?"),
    "conclure des ventes?",
    "ventes? (?:en autonomie|directe|seul)",
    "objectifs? de ventes?",
    "demarchage",
    "prospection telephonique",
  ),
  driving: either(
    given(DRIVE, VEHICLES),
    `conduite (?:d engins?|de (?:${VEHICLES})|d un (?:${VEHICLES}))`,
    "(?:prendre|prendrez|prenez|serez au|etes au|au) (?:le )?volant",
    "permis (?:b|de conduire|am|bsr)",
    "livraisons? a (?:scooter|velo)",
    "cariste",
  ),
  height: either(
    "(?:travail|travaux) en hauteur",
    given(WORK, "hauteur"),
    "echafaudages?",
    "sur les toits?",
    given(CLIMB, "sur (?:un|une|le|la|les|des|l) (?:toits?|echelles?|nacelles?)"),
    "nacelle",
  ),
  chemicals: either(
    "(?:produits?|substances?|agents?) (?:chimiques?|dangereux|toxiques?|phytosanitaires?|corrosifs?)",
    "pesticides?",
    "solvants?",
    "amiante",
  ),
  weapons: either("armes?", "munitions?", "explosifs?", "tir reel"),
  machines: either(
    given(USE, TOOLS),
    `(?:maniement|utilisation) de (?:la |une |l )?${TOOLS}`,
    "tronconneuse",
    "debroussailleuse",
  ),
  loads: either(
    "port de charges(?: lourdes)?",
    "manutention(?:naires?)?",
    given(CARRY, "charges|cartons|sacs|colis|palettes|camions?|marchandises|meubles"),
    "dechargement (?:des|les|de) (?:camions?|palettes?)",
  ),
  cleaning: either(
    "menage des",
    given(DO, "menage"),
    given(CLEAN, ROOMS),
    `nettoyage des ${ROOMS}`,
    "passer(?:ez)? (?:l aspirateur|la serpilliere|le balai)",
  ),
  pay: either(
    "remuner[a-z]+",
    "salaires?",
    "gratification",
    "pourboires?",
    "smic",
    "(?:stage|eleve|heures?|serez|etes) (?:bien )?paye(?:e|s|es)?",
  ),
  staffing: either(
    given(REPLACE, STAFF),
    "(?:en|du|un|de) renforts?",
    "renforcer (?:l|notre|nos|les) equipes?",
    "postes? (?:a pourvoir|est a|consiste)",
    "(?:pour|sur) ce poste",
    "profil (?:recherche|souhaite|du poste)",
    "(?:le|la|les|bons?|bonnes?) candidate?s? (?:ideale?|motivee?s?|serieux|serieuse|retenue?|doi(?:t|vent)|devra|devront)",
    "nous (?:recrutons|embauchons) (?:un|une|des|pour)",
    "experience (?:exigee|souhaitee|demandee)",
    "cdd",
    "cdi",
    "job d ete",
    `${TRADES} polyvalente?s?`,
    `(?:recherch(?:e|ons)|cherch(?:e|ons)) (?:un|une|des|notre) ${TRADES}`,
  ),
};

/** What comes just before and turns the meaning round: "sans conduite d'engins". */
const NEGATION = /\b(?:sans|pas de|pas d|aucune?|jamais|ni|interdit de|ne (?:fera|feront) pas)(?: \w+)?$/;

/**
 * Reads the author's texts for words of the field: a sign warns the author before the offer is published,
 * it never blocks. "Observer la mise en rayon" is told too: the author knows, moderation judges.
 */
export function findJobSigns(...texts: (string | null | undefined)[]): JobFinding[] {
  // What one sentence excludes says nothing of the next.
  const sentences = texts.flatMap((text) => (text ?? "").split(/[.!?;\n]/)).map(normaliseText);
  return JOB_SIGNS.flatMap((sign) => {
    for (const sentence of sentences) {
      for (const match of sentence.matchAll(PATTERNS[sign])) {
        if (!NEGATION.test(sentence.slice(0, match.index).trim())) return [{ sign, words: match[0] }];
      }
    }
    return [];
  });
}
