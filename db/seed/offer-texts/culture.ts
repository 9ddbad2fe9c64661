import type { SectorTexts } from "./types.ts";

/** Arts, heritage, books, media, crafts, fashion, languages. */
export const culture: Record<string, SectorTexts> = {
  s4: {
    hosts: ["Studio Pigment", "Atelier Graphite", "Collectif Forme Libre"],
    offers: [
      [
        "Graphiste : donner une image à une idée",
        "Notre studio crée des affiches, des logos et des livres.",
        "observer une recherche de logo | essayer une mise en page | présenter son projet à l’équipe",
      ],
      [
        "Découvrir le métier de designer d’objets",
        "Nous dessinons des objets réparables et durables.",
        "suivre un atelier de croquis | comparer des matériaux | observer une impression en trois dimensions",
      ],
      [
        "Illustrateur ou illustratrice : le dessin comme métier",
        "Nous illustrons des livres pour la jeunesse et des expositions.",
        "observer les étapes d’une illustration | tenir un carnet de croquis | comprendre le droit d’auteur",
      ],
    ],
  },
  s5: {
    hosts: ["Reliure du Parvis", "Atelier de la Lutherie", "Ébénisterie Saint-Éloi"],
    offers: [
      [
        "Luthier ou luthière : la naissance d’un instrument",
        "Notre atelier fabrique et répare des violons et des guitares.",
        "observer une réparation | reconnaître les bois | écouter la différence entre deux instruments",
      ],
      [
        "Relieur ou relieuse : prendre soin des livres",
        "Nous restaurons des livres anciens et créons des reliures.",
        "observer une couture de cahiers | choisir des papiers | fabriquer un carnet simple",
      ],
      [
        "Ébéniste : restaurer un meuble",
        "Nous rendons leur éclat à des meubles de toutes époques.",
        "comprendre l’histoire d’un meuble | observer des gestes à la main | dessiner un motif",
      ],
    ],
  },
  s6: {
    hosts: ["Théâtre de la Lune", "Compagnie des Quais", "Salle Le Tremplin"],
    offers: [
      [
        "Régisseur ou régisseuse : les coulisses d’un spectacle",
        "Notre théâtre prépare sa saison et accueille des compagnies.",
        "observer un réglage de lumières | lire une fiche technique | suivre une répétition",
      ],
      [
        "Découvrir la production d’un spectacle vivant",
        "Nous organisons les tournées d’une compagnie de danse.",
        "comprendre un budget et un planning | assister à une répétition | rédiger une courte présentation",
      ],
      [
        "Médiateur culturel ou médiatrice culturelle dans un théâtre",
        "Nous faisons venir de nouveaux publics.",
        "préparer la visite d’une classe | accueillir un groupe avec l’équipe | imaginer une affiche",
      ],
    ],
  },
  s7: {
    hosts: ["Images du Sud", "Studio Onde", "Atelier du Cadre"],
    offers: [
      [
        "Monteur ou monteuse vidéo : raconter avec des images",
        "Nous réalisons des documentaires et des films d’entreprise.",
        "observer un montage | comprendre un scénario | essayer un montage court",
      ],
      [
        "Ingénieur ou ingénieure du son",
        "Notre studio enregistre des voix, des podcasts et de la musique.",
        "suivre un enregistrement | découvrir le mixage | préparer une interview",
      ],
      [
        "Découvrir un tournage : cadreur ou cadreuse, scripte",
        "Notre équipe tourne des reportages dans la région.",
        "observer la préparation d’un tournage | lire une feuille de service | noter les plans avec la scripte",
      ],
    ],
  },
  s17: {
    hosts: ["Musée des Deux Vallées", "Maison du Patrimoine", "Archives du Pays"],
    offers: [
      [
        "Les coulisses d’un musée : conservateur ou conservatrice",
        "Notre musée protège et raconte des collections d’art et d’histoire.",
        "découvrir les réserves avec un guide | comprendre la préparation d’une exposition | rédiger un cartel",
      ],
      [
        "Médiateur ou médiatrice du patrimoine",
        "Nous faisons découvrir la ville et ses monuments.",
        "suivre une visite guidée | aider à préparer un jeu de piste | chercher un document d’époque",
      ],
      [
        "Archiviste : garder la mémoire d’un territoire",
        "Nous conservons neuf siècles de documents.",
        "lire un document ancien | observer une numérisation | aider à préparer une vitrine",
      ],
    ],
  },
  s19: {
    hosts: ["Librairie La Page Tournée", "Médiathèque des Quatre Vents", "Éditions du Rivage"],
    offers: [
      [
        "Libraire : choisir, conseiller, faire lire",
        "Notre librairie indépendante organise des rencontres avec des auteurs.",
        "observer le choix des nouveautés | écrire un coup de cœur | aider à préparer une rencontre",
      ],
      [
        "Bibliothécaire : un lieu pour tous",
        "Notre médiathèque prête des livres, des jeux et des instruments.",
        "préparer une lecture pour les enfants | comprendre le classement | découvrir l’aide numérique",
      ],
      [
        "Éditeur ou éditrice : du manuscrit au livre",
        "Notre maison publie des romans et des albums.",
        "lire un manuscrit et donner son avis | comprendre la fabrication d’un livre | observer une séance de correction",
      ],
    ],
  },
  s33: {
    hosts: ["Journal du Pays", "Radio des Collines", "Rédaction Grand Angle"],
    offers: [
      [
        "Journaliste : chercher, vérifier, raconter",
        "Notre rédaction suit l’actualité locale.",
        "assister à la conférence de rédaction | vérifier une information | écrire un court article",
      ],
      [
        "Animateur ou animatrice de radio",
        "Notre radio associative émet chaque jour.",
        "observer une émission en direct | préparer une question | enregistrer une chronique",
      ],
      [
        "Photographe de presse",
        "Nos images accompagnent les reportages.",
        "comprendre le droit à l’image | suivre un reportage | choisir et légender des photos",
      ],
    ],
  },
  s38: {
    hosts: ["Atelier du Vitrail", "Maison de la Dorure", "Forge des Artisans"],
    offers: [
      [
        "Vitrailliste : l’art du vitrail",
        "Notre atelier restaure des vitraux anciens.",
        "observer le dessin d’un carton | choisir des couleurs | comprendre un chantier de restauration",
      ],
      [
        "Tapissier ou tapissière d’ameublement",
        "Nous refaisons fauteuils et rideaux à la main.",
        "reconnaître des tissus | observer les gestes du métier | imaginer une harmonie de couleurs",
      ],
      [
        "Bijoutier ou bijoutière : la précision du geste",
        "Nous créons et réparons des bijoux.",
        "observer la création d’une pièce | dessiner un modèle | comprendre l’origine des matières",
      ],
    ],
  },
  s39: {
    hosts: ["Atelier Couture Claire", "Maison du Fil", "Studio Silhouette"],
    offers: [
      [
        "Couturier ou couturière, modéliste : naissance d’un vêtement",
        "Notre atelier crée de petites collections durables.",
        "observer un patron et une coupe | reconnaître des matières | dessiner une silhouette",
      ],
      [
        "Styliste : des idées à la collection",
        "Nous imaginons des vêtements à partir de tissus réemployés.",
        "composer une planche d’inspiration | suivre un essayage | comprendre le coût d’un vêtement",
      ],
      [
        "Costumier ou costumière pour la scène",
        "Nous habillons des comédiens et des danseurs.",
        "découvrir les réserves | lire une maquette de costume | suivre une retouche",
      ],
    ],
  },
  s49: {
    hosts: ["Agence Babel", "Interprètes Associés", "Bureau des Langues"],
    offers: [
      [
        "Traducteur ou traductrice : passer d’une langue à l’autre",
        "Notre agence traduit des textes techniques et littéraires.",
        "comparer deux traductions | traduire un court texte | découvrir les outils du métier",
      ],
      [
        "Interprète en langue des signes",
        "Nous rendons accessibles des réunions et des spectacles.",
        "apprendre quelques signes | observer une réunion interprétée | comprendre la culture sourde",
      ],
      [
        "Interprète de conférence : écouter et restituer",
        "Notre équipe travaille en cinq langues.",
        "découvrir une cabine d’interprétation | essayer la prise de notes | préparer un glossaire",
      ],
    ],
  },
};
