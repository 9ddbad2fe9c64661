import type { SectorTexts } from "./types.ts";

/** Factories, laboratories, maintenance, research. */
export const industry: Record<string, SectorTexts> = {
  s20: {
    hosts: ["Circuits du Lac", "Électro Atelier", "Capteurs et Systèmes"],
    offers: [
      [
        "Électronicien ou électronicienne : du composant à l’objet",
        "Nous concevons des capteurs pour l’industrie.",
        "reconnaître des composants | observer un test de carte | lire un schéma",
      ],
      [
        "Technicien ou technicienne de maintenance électronique",
        "Nous réparons plutôt que jeter.",
        "suivre un diagnostic | comprendre une notice | comparer réparation et remplacement",
      ],
      [
        "Ingénieur ou ingénieure en objets connectés",
        "Notre bureau d’études prépare des prototypes.",
        "programmer une carte d’apprentissage | assister à une revue de projet | imaginer un usage utile",
      ],
    ],
  },
  s28: {
    hosts: ["Conserverie de la Côte", "Laiterie des Prés", "Biscuiterie du Moulin"],
    offers: [
      [
        "Technicien ou technicienne qualité en agroalimentaire",
        "Notre usine prépare des produits vendus dans tout le pays.",
        "visiter la ligne par la galerie | observer un contrôle | lire une étiquette",
      ],
      [
        "Inventer une recette : recherche et développement",
        "Notre laboratoire met au point de nouveaux produits.",
        "participer à une dégustation | comparer des ingrédients | imaginer un emballage sobre",
      ],
      [
        "Responsable de production : organiser une usine",
        "Nous planifions chaque jour la fabrication.",
        "comprendre un planning | assister à la réunion du matin | interroger trois métiers",
      ],
    ],
  },
  s29: {
    hosts: ["Laboratoires du Ruisseau", "Chimie Verte", "Cosmétiques du Verger"],
    offers: [
      [
        "Chimiste : formuler et contrôler",
        "Nous formulons des produits de soin à base végétale.",
        "observer un mélange derrière la vitre | lire une fiche de sécurité | mesurer un pH d’eau",
      ],
      [
        "Technicien ou technicienne de laboratoire",
        "Notre équipe vérifie chaque lot.",
        "découvrir les appareils de mesure | noter des résultats | comprendre une norme",
      ],
      [
        "Ingénieur ou ingénieure en sécurité industrielle",
        "Nous prévenons les risques du site.",
        "comprendre un plan d’urgence | visiter avec un guide | proposer un pictogramme",
      ],
    ],
  },
  s30: {
    hosts: ["Usine du Plateau", "Ingénierie des Vallées", "Ateliers Précision"],
    offers: [
      [
        "Ingénieur ou ingénieure : imaginer et améliorer",
        "Notre bureau d’études conçoit des machines.",
        "découvrir la conception assistée par ordinateur | assister à une revue de projet | chercher une amélioration",
      ],
      [
        "Technicien ou technicienne de production",
        "Nous fabriquons des pièces pour l’industrie.",
        "visiter l’atelier par le parcours protégé | observer un contrôle de mesure | comprendre un plan",
      ],
      [
        "Découvrir la robotique industrielle",
        "Nos robots travaillent avec les équipes.",
        "observer un robot derrière la barrière | programmer un simulateur | échanger sur l’avenir des métiers",
      ],
    ],
  },
  s35: {
    hosts: ["Maintenance du Bassin", "Technique Services", "Atelier des Machines"],
    offers: [
      [
        "Technicien ou technicienne de maintenance",
        "Nous évitons les pannes et réparons les équipements.",
        "observer un diagnostic | comprendre un plan de maintenance | découvrir la réalité augmentée",
      ],
      [
        "Ascensoriste, frigoriste : des métiers recherchés",
        "Nos équipes interviennent dans tout le département.",
        "préparer une intervention au bureau | comprendre un schéma | découvrir les règles de sécurité",
      ],
      [
        "Responsable de maintenance d’un site",
        "Nous veillons sur un grand bâtiment.",
        "suivre une ronde technique | lire des consommations | proposer une économie d’énergie",
      ],
    ],
  },
  s37: {
    hosts: ["Mécanique de Précision", "Usinage du Jura", "Fabrique d’Outils"],
    offers: [
      [
        "Technicien ou technicienne d’usinage : la précision au centième",
        "Notre atelier fabrique des pièces sur mesure.",
        "observer l’atelier depuis les allées protégées | mesurer une pièce terminée | lire un plan",
      ],
      [
        "Dessinateur ou dessinatrice en mécanique",
        "Notre bureau dessine des pièces en trois dimensions.",
        "dessiner une pièce simple | comprendre une cotation | suivre une impression 3D",
      ],
      [
        "Découvrir l’horlogerie et la micromécanique",
        "Nous réparons de petits mécanismes.",
        "observer à la loupe | comprendre un engrenage | suivre une réparation",
      ],
    ],
  },
  s40: {
    hosts: ["Papeterie du Moulin", "Cartonnages de l’Est", "Imprimerie des Presses"],
    offers: [
      [
        "Découvrir la fabrication du papier recyclé",
        "Notre papeterie transforme de vieux papiers.",
        "visiter par le parcours protégé | fabriquer une feuille à la main | comprendre le recyclage",
      ],
      [
        "Concepteur ou conceptrice d’emballages",
        "Nous dessinons des cartons qui protègent et se recyclent.",
        "monter une maquette | comparer des cartons | imaginer un emballage sobre",
      ],
      [
        "Imprimeur ou imprimeuse : couleurs et papiers",
        "Nous imprimons livres et affiches.",
        "observer un calage depuis la zone visiteurs | comprendre la quadrichromie | choisir un papier",
      ],
    ],
  },
  s42: {
    hosts: ["Institut de recherche du Campus", "Laboratoire Climat et Océans", "Centre des Sciences"],
    offers: [
      [
        "Chercheur ou chercheuse : la science en train de se faire",
        "Notre laboratoire étudie le climat.",
        "suivre une expérience | lire un graphique | interroger une équipe",
      ],
      [
        "Ingénieur ou ingénieure de recherche",
        "Nous construisons les instruments des scientifiques.",
        "découvrir un instrument | traiter des données | assister à un séminaire",
      ],
      [
        "Médiateur ou médiatrice scientifique",
        "Nous faisons aimer les sciences.",
        "préparer une démonstration simple | accueillir un groupe avec l’équipe | raconter une découverte",
      ],
    ],
  },
};
