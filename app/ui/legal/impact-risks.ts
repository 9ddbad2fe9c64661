interface Risk {
  fear: string;
  measures: readonly string[];
  /** What is left once the measures are there. */
  left: string;
}

/** What could happen to those concerned, and what the service does against it. */
export const RISKS: readonly Risk[] = [
  {
    fear: "Un adulte malveillant approche des mineurs en se faisant passer pour un employeur",
    measures: [
      "une structure nouvelle n’est montrée qu’après vérification ou lecture par une personne",
      "aucun numéro, lien, adresse ou pseudonyme de messagerie dans ce que lisent les élèves",
      "avant l’acceptation, l’employeur ne lit que le prénom, le niveau, la ville du lycée et la lettre",
      "la famille est informée, et un professeur valide la convention",
    ],
    left: "Gravité importante, vraisemblance limitée",
  },
  {
    fear: "Quelqu’un lit des données auxquelles il n’a pas droit",
    measures: [
      "chaque page décide elle-même de qui peut l’ouvrir, et un test le vérifie pour chaque rôle",
      "second facteur pour les personnels et l’administration, sessions courtes sur les postes partagés",
      "l’administration donne un motif avant de consulter un compte ; la personne le lit dans son compte",
      "journal des accès scellé, que personne ne peut réécrire sans que cela se voie",
    ],
    left: "Gravité importante, vraisemblance limitée",
  },
  {
    fear: "Une copie de la base de données est volée",
    measures: [
      "mots de passe gardés en empreinte Argon2id, seconds facteurs chiffrés",
      "les liens envoyés ne sont pas gardés : une copie n’en ouvre aucun",
      "effacement automatique à la fin de chaque campagne : il y a peu à voler",
    ],
    left: "Gravité importante, vraisemblance limitée",
  },
  {
    fear: "Des données sont modifiées, ou une place est perdue",
    measures: [
      "la base elle-même garde les places et les états ; chaque changement a une date et un auteur",
      "une convention validée ne change plus : son document est gardé tel quel",
    ],
    left: "Gravité limitée, vraisemblance négligeable",
  },
  {
    fear: "Un élève est écarté, ou mal conseillé, par un calcul",
    measures: [
      "aucune décision n’est prise par un calcul seul : un employeur répond, l’élève choisit",
      "les suggestions disent pourquoi, et ne connaissent ni le nom ni le sexe",
    ],
    left: "Gravité limitée, vraisemblance limitée",
  },
];
