/**
 * Words with which a person says that they look for something, not what: asked of every text they would find nothing, or
 * anything ("sais" is near "saison"). PostgreSQL's own list has the articles and prepositions. None of them names a trade,
 * a place of work or a subject: "travail" and "aide" stay, for there are labour inspectors and helpers.
 */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `a aime aimer aimerai aimerais adore adorer adorerais apprendre avoir besoin bien bosser bosse boulot cherche chercher
  cherchons chez choisir chose choses connaitre decouvrir decouverte devenir donne etudier envie essayer faire fais faudrait
  faut genre idee idees interesse interessant interessants interessante jaime jaimerais jadore jcherche job jobs jsp kiffe
  kiffer les lieu metier metiers me mieux nimporte nul oui peut peux plait plus pouvoir preferer prefere profession
  quelconque quelque quelques quoi rapport rechercher recherche recherches sais savoir seconde secondes simple situe situee
  stage stages stagiaire super sympa tout tous toute travaille travailler travaillerai travaillerais trouver trouve truc trucs
  veut veux voir voudrai voudrais vouloir vraiment vrai pres proche autour vers cool facile tranquille bref merci svp stp
  bonjour salut 2nde 2de`
    .split(/\s+/)
    .filter(Boolean),
);
