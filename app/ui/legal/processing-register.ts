interface Processing {
  name: string;
  purpose: string;
  basis: string;
  people: string;
  data: string;
  recipients: string;
}

const PUBLIC_TASK =
  "Mission d’intérêt public : RGPD, article 6, 1, e ; code de l’éducation, article D. 333-3-1";
const SECURITY = "Mission d’intérêt public et obligation de sécurité : RGPD, articles 6, 1, e, et 32";

/** What the service does with personal data, as article 30 of the regulation asks; terms are those of the retention rules. */
export const PROCESSINGS: readonly Processing[] = [
  {
    name: "Trouver un stage et y candidater",
    purpose: "Rapprocher les élèves et les organismes d’accueil, recevoir les réponses, tenir les places",
    basis: PUBLIC_TASK,
    people: "Élèves de seconde générale et technologique, employeurs",
    data: "Identité, classe, lycée, lettre, favoris, recherches enregistrées, offres",
    recipients:
      "L’employeur (avant d’accepter : prénom, niveau, ville du lycée et lettre), les équipes du lycée",
  },
  {
    name: "Établir la convention",
    purpose: "Remplir, valider et conserver la convention de la séquence d’observation",
    basis: PUBLIC_TASK,
    people: "Élèves, responsables légaux, employeurs, personnels du lycée",
    data: "Identité, date de naissance, contacts, dates, horaires et lieu du stage, signataires",
    recipients: "Les parties à la convention",
  },
  {
    name: "Informer les responsables légaux",
    purpose: "Leur faire suivre la recherche de leur enfant et leur permettre de s’opposer à une candidature",
    basis: PUBLIC_TASK,
    people: "Responsables légaux",
    data: "Nom, adresse électronique, téléphone",
    recipients: "Le lycée ; l’employeur, sur la convention, une fois la place confirmée",
  },
  {
    name: "Ouvrir les comptes et les protéger",
    purpose: "Reconnaître chaque personne, refuser les autres, compter les essais, garder trace des accès",
    basis: SECURITY,
    people: "Toutes les personnes qui ont un compte",
    data: "Adresse électronique, empreinte du mot de passe, second facteur chiffré, sessions, journal des accès sans nom",
    recipients: "L’administration du service, avec un motif que la personne peut lire",
  },
  {
    name: "Envoyer les messages",
    purpose: "Dire à chaque personne ce qui la concerne, et prouver que c’est parti",
    basis: PUBLIC_TASK,
    people: "Toutes les personnes qui reçoivent un message",
    data: "Adresse électronique, texte du message, état de l’envoi",
    recipients: "Le prestataire d’envoi, sous-traitant au sens de l’article 28 du RGPD",
  },
  {
    name: "Contrôler les offres",
    purpose: "N’exposer des mineurs qu’à des organismes et des textes vérifiés",
    basis: PUBLIC_TASK,
    people: "Employeurs",
    data: "Identité, SIRET, textes, décision et sa raison",
    recipients: "L’administration du service",
  },
  {
    name: "Aider les élèves en difficulté",
    purpose: "Transmettre une demande d’aide aux adultes du lycée et suivre la réponse",
    basis: PUBLIC_TASK,
    people: "Élèves",
    data: "Sujet et texte de la demande, suites données",
    recipients: "Les professeurs de la classe, le secrétariat et la direction du lycée",
  },
  {
    name: "Mesurer sans nom",
    purpose: "Savoir quelles offres manquent, et pourquoi des connexions échouent",
    basis: PUBLIC_TASK,
    people: "Aucune : des nombres",
    data: "Commune, filtres et nombre d’offres trouvées, sans personne ni adresse",
    recipients: "L’administration du service",
  },
];
