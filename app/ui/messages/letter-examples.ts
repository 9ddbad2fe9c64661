import type { LetterPrompt } from "#app/domain/applications/letters/letter.ts";

type Examples = Record<LetterPrompt, string>;

/** What each prompt asks, in words that a fifteen-year-old answers without style. */
export const LETTER_QUESTIONS: Record<LetterPrompt, string> = {
  attraction: "Qu’est-ce qui vous attire ?",
  background: "Qu’est-ce que vous connaissez ou avez déjà fait ?",
  curiosity: "Qu’aimeriez-vous observer ?",
};

/** Beginnings to make one's own, by family of sectors: simple, true to life, and for any pupil. */
const EXAMPLES: Record<string, Examples> = {
  sante: {
    attraction: "J’ai envie de comprendre comment une équipe soigne et rassure les gens.",
    background: "J’ai appris les gestes de premiers secours au collège.",
    curiosity: "J’aimerais voir comment se passe un accueil, du premier appel jusqu’au départ du patient.",
  },
  "education-solidarite": {
    attraction: "J’aime expliquer et aider, et je voudrais voir ce métier de l’autre côté du bureau.",
    background: "Je garde souvent des enfants plus jeunes et j’ai aidé aux devoirs dans mon quartier.",
    curiosity: "J’aimerais observer comment on prépare une activité et comment on écoute chaque personne.",
  },
  "nature-energie": {
    attraction: "Je me demande d’où viennent notre nourriture et notre énergie, et ce qui va changer.",
    background: "J’ai participé au potager du collège et je trie tout à la maison.",
    curiosity: "J’aimerais voir une journée sur le terrain et les décisions qui dépendent de la météo.",
  },
  batiment: {
    attraction: "J’aime voir un lieu se transformer, d’un dessin jusqu’à un bâtiment où l’on vit.",
    background: "J’ai aidé à repeindre une chambre et je dessine des plans pour m’amuser.",
    curiosity: "J’aimerais comprendre qui fait quoi sur un chantier et comment tout le monde se coordonne.",
  },
  "industrie-sciences": {
    attraction: "J’aimerais savoir comment les objets que j’utilise sont imaginés et fabriqués.",
    background: "En sciences, ce que je préfère, ce sont les expériences et les mesures.",
    curiosity: "J’aimerais voir une chaîne de fabrication et comment on vérifie la qualité.",
  },
  transports: {
    attraction: "Je voudrais comprendre tout ce qu’il faut pour qu’un colis ou un train arrive à l’heure.",
    background: "Je répare mon vélo et je connais bien les lignes de bus de ma ville.",
    curiosity: "J’aimerais voir un diagnostic sur un véhicule ou la préparation d’une tournée.",
  },
  numerique: {
    attraction: "J’utilise des applications tous les jours et je voudrais savoir comment elles naissent.",
    background: "J’ai créé un petit jeu avec Scratch et un programme en Python au lycée.",
    curiosity: "J’aimerais assister à une réunion d’équipe et voir comment on corrige un défaut.",
  },
  medias: {
    attraction: "J’aime les images et les histoires, et je voudrais voir comment on informe sans se tromper.",
    background: "J’ai écrit pour le journal du collège et monté de courtes vidéos.",
    curiosity: "J’aimerais suivre un sujet, de l’idée jusqu’à sa publication.",
  },
  culture: {
    attraction: "Les livres et les spectacles m’ont donné envie de voir ce qui se passe en coulisses.",
    background: "Je fais du théâtre depuis deux ans et je vais souvent à la médiathèque.",
    curiosity: "J’aimerais voir comment on prépare une exposition ou une représentation.",
  },
  creation: {
    attraction: "J’aime fabriquer de mes mains et j’admire les gestes précis.",
    background: "Je dessine beaucoup et j’ai cousu un sac à partir d’un vieux jean.",
    curiosity: "J’aimerais observer les étapes d’une pièce, du croquis à l’objet fini.",
  },
  commerce: {
    attraction: "J’aime parler avec les gens et je voudrais comprendre comment une boutique fonctionne.",
    background: "J’ai tenu un stand à la fête de mon quartier.",
    curiosity: "J’aimerais voir comment on choisit les produits et comment on conseille quelqu’un.",
  },
  gestion: {
    attraction: "Je me demande comment une entreprise décide où va son argent.",
    background: "Je tiens les comptes de notre association sportive avec une adulte.",
    curiosity: "J’aimerais comprendre à quoi servent les chiffres et qui les utilise pour décider.",
  },
  "tourisme-sport": {
    attraction: "J’aime accueillir, cuisiner et bouger : je voudrais voir ce métier de l’intérieur.",
    background: "Je joue en club et j’aide à organiser les tournois des plus jeunes.",
    curiosity: "J’aimerais voir ce qui se prépare avant que les clients arrivent.",
  },
  "droit-securite": {
    attraction: "Je voudrais comprendre comment on protège les gens et comment une décision est prise.",
    background: "J’ai représenté ma classe au conseil et visité la mairie avec mon collège.",
    curiosity: "J’aimerais suivre un dossier et rencontrer les différents métiers du service.",
  },
};

const ANY: Examples = {
  attraction: "Je ne connais pas encore ce métier et j’ai envie de le découvrir.",
  background: "J’ai un peu cherché sur Internet et j’ai déjà quelques questions.",
  curiosity: "J’aimerais voir une vraie journée de travail et parler avec plusieurs personnes.",
};

/** Examples for a family of sectors; those for any when it is not known. */
export function letterExamples(familySlug: string | null): Examples {
  return (familySlug && EXAMPLES[familySlug]) || ANY;
}
