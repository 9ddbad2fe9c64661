import type { SectorTexts } from "./types.ts";

/** Trade, management, digital, advice, restaurants. */
export const business: Record<string, SectorTexts> = {
  s9: {
    hosts: ["Banque du Littoral", "Assurances Bocage", "Mutuelle des Rives"],
    offers: [
      [
        "Conseiller ou conseillère bancaire",
        "Notre agence accompagne les projets des habitants.",
        "comprendre un budget | observer l’accueil | découvrir la lutte contre la fraude",
      ],
      [
        "Découvrir le métier d’assureur ou d’assureuse",
        "Nous aidons après un dégât des eaux ou un accident.",
        "suivre un dossier rendu anonyme | comprendre un contrat | calculer un risque simple",
      ],
      [
        "Analyste : comprendre les chiffres d’une banque",
        "Notre équipe étudie les projets des entreprises.",
        "lire un graphique | assister à une réunion | présenter une entreprise imaginaire",
      ],
    ],
  },
  s12: {
    hosts: ["Comptoir du Marché", "Magasins des Halles", "La Boutique Solidaire"],
    offers: [
      [
        "Responsable de magasin : organiser, choisir, conseiller",
        "Notre magasin reçoit chaque jour des centaines de clients.",
        "comprendre le choix des produits | observer le conseil à la clientèle | lire les chiffres de la journée",
      ],
      [
        "Découvrir le commerce en ligne",
        "Notre équipe fait vivre une boutique sur internet.",
        "suivre une commande à l’écran | rédiger une fiche produit | comprendre un avis client",
      ],
      [
        "Acheteur ou acheteuse : d’où viennent les produits",
        "Nous sélectionnons des fournisseurs locaux.",
        "comparer deux offres | assister à un rendez-vous | dessiner le trajet d’un produit",
      ],
    ],
  },
  s13: {
    hosts: ["Agence Écho", "Studio Porte-Voix", "Agence Trait d’Union"],
    offers: [
      [
        "Chargé ou chargée de communication",
        "Notre agence aide des associations à se faire connaître.",
        "participer à une séance d’idées | rédiger un message | observer la préparation d’un événement",
      ],
      [
        "Gestionnaire de communautés en ligne",
        "Nous animons des réseaux sociaux et répondons au public.",
        "comprendre une ligne éditoriale | préparer une publication | repérer une fausse information",
      ],
      [
        "Organisateur ou organisatrice d’événements",
        "Nous préparons salons et festivals.",
        "lire un rétroplanning | visiter un lieu | imaginer un accueil accessible à tous",
      ],
    ],
  },
  s14: {
    hosts: ["Cabinet Chiffres Clairs", "Gestion Plus", "Ressources et Talents"],
    offers: [
      [
        "Comptable : comprendre la vie d’une entreprise",
        "Notre cabinet suit des artisans et des associations.",
        "lire une facture et un bilan simple | observer la préparation d’une paie fictive | comprendre la TVA",
      ],
      [
        "Chargé ou chargée de ressources humaines",
        "Nous recrutons et formons les équipes.",
        "comprendre une offre d’emploi | s’exercer à un entretien | découvrir l’égalité professionnelle",
      ],
      [
        "Assistant ou assistante de direction",
        "Notre bureau organise la vie de l’entreprise.",
        "préparer une réunion | classer des informations | rédiger un compte rendu",
      ],
    ],
  },
  s15: {
    hosts: ["Conseil Boussole", "Cabinet Méridien", "Audit et Perspectives"],
    offers: [
      [
        "Consultant ou consultante : résoudre un problème en équipe",
        "Nous aidons des organisations à changer.",
        "assister à un atelier | construire un tableau simple | présenter une recommandation",
      ],
      [
        "Auditeur ou auditrice : vérifier et expliquer",
        "Nous contrôlons les comptes et les méthodes.",
        "comprendre une liste de contrôle | observer une réunion | apprendre à poser des questions",
      ],
      [
        "Conseiller ou conseillère en création d’entreprise",
        "Nous accompagnons celles et ceux qui se lancent.",
        "rencontrer un créateur ou une créatrice | calculer un prix | imaginer un projet",
      ],
    ],
  },
  s26: {
    hosts: ["Hôtel du Port", "Restaurant La Table Verte", "Boulangerie du Pont"],
    offers: [
      [
        "Cuisinier ou cuisinière : les secrets d’une carte de saison",
        "Notre restaurant travaille avec des producteurs voisins.",
        "observer une mise en place | goûter et comparer | composer un menu équilibré",
      ],
      [
        "Réceptionniste, gouvernant ou gouvernante : la vie d’un hôtel",
        "Notre hôtel accueille des voyageurs du monde entier.",
        "observer l’accueil | comprendre les réservations | s’exercer en langue étrangère",
      ],
      [
        "Boulanger ou boulangère, pâtissier ou pâtissière",
        "Nous fabriquons tout sur place.",
        "observer le façonnage en journée | comprendre une recette et ses proportions | découvrir l’hygiène alimentaire",
      ],
    ],
  },
  s27: {
    hosts: ["Agence des Platanes", "Habitat du Centre", "Foncière des Rives"],
    offers: [
      [
        "Agent immobilier ou agente immobilière",
        "Notre agence accompagne les habitants qui cherchent un logement.",
        "lire une annonce et un plan | assister à une visite | comprendre un prix",
      ],
      [
        "Gestionnaire de logements sociaux",
        "Nous logeons deux mille familles.",
        "découvrir le suivi d’un immeuble | comprendre une demande de logement | observer une réunion d’habitants",
      ],
      [
        "Chargé ou chargée de programme immobilier",
        "Nous préparons de nouveaux logements.",
        "lire un planning | visiter un appartement témoin | calculer une surface",
      ],
    ],
  },
  s31: {
    hosts: ["Coopérative Numérique", "Octets et Compagnie", "Services Réseau Ouest"],
    offers: [
      [
        "Développeur ou développeuse : créer une application",
        "Notre équipe conçoit des services pour le public.",
        "observer une réunion d’équipe | écrire ses premières lignes de code | tester une application",
      ],
      [
        "Technicien ou technicienne réseau",
        "Nous faisons fonctionner les ordinateurs de vingt organismes.",
        "comprendre le trajet d’une donnée | suivre un dépannage | dessiner un réseau",
      ],
      [
        "Analyste en cybersécurité : protéger les données",
        "Nous prévenons les attaques informatiques.",
        "reconnaître un courriel piégé | observer un tableau de surveillance | préparer des conseils pour son lycée",
      ],
    ],
  },
  s32: {
    hosts: ["Studio Pixel Libre", "Manette Rouge", "Les Mondes Voisins"],
    offers: [
      [
        "Concepteur ou conceptrice de jeu vidéo",
        "Notre studio indépendant prépare son troisième jeu.",
        "tester un prototype | imaginer une règle | rencontrer graphistes et développeurs",
      ],
      [
        "Graphiste 2D et 3D : créer un univers",
        "Nous dessinons personnages et décors.",
        "observer la création d’un décor | dessiner un personnage | comprendre l’animation",
      ],
      [
        "Testeur ou testeuse : améliorer un jeu",
        "Nous vérifions chaque version.",
        "noter des défauts | rédiger un rapport | assister à une réunion",
      ],
    ],
  },
  s36: {
    hosts: ["Agence Signal", "Marque et Sens", "Atelier Publicité Juste"],
    offers: [
      [
        "Chef ou cheffe de publicité",
        "Notre agence prépare des campagnes pour des marques locales.",
        "analyser une affiche | participer à une séance d’idées | écrire un slogan",
      ],
      [
        "Chargé ou chargée d’études marketing",
        "Nous cherchons à comprendre ce que veut le public.",
        "préparer un questionnaire | lire des résultats | présenter une conclusion",
      ],
      [
        "Concepteur-rédacteur ou conceptrice-rédactrice",
        "Nous trouvons les mots justes.",
        "réécrire un texte simplement | comparer des messages | créer une annonce responsable",
      ],
    ],
  },
};
