import type { SectorTexts } from "./types.ts";

/** Care, teaching, law, public service, safety, sport, tourism. */
export const people: Record<string, SectorTexts> = {
  s3: {
    hosts: ["Centre d’information défense", "Base du Littoral", "Régiment des Monts"],
    offers: [
      [
        "Découvrir les métiers de la défense : militaire ou civil",
        "Notre unité présente ses missions et plus de cent métiers.",
        "assister à une présentation des missions | rencontrer des militaires du rang, sous-officiers et officiers | découvrir la vie collective",
      ],
      [
        "Technicien ou technicienne des transmissions",
        "Nous veillons aux moyens de communication de l’unité.",
        "comprendre un réseau radio | observer un exercice | découvrir la cyberdéfense",
      ],
      [
        "Logisticien ou logisticienne dans une base",
        "Nous préparons le matériel et les déplacements.",
        "suivre la préparation d’une mission | visiter les ateliers avec un guide | échanger sur les parcours",
      ],
    ],
  },
  s11: {
    hosts: ["Espace Sérénité", "Institut des Sens", "Maison du Mieux-Être"],
    offers: [
      [
        "Découvrir le métier d’esthéticien ou d’esthéticienne",
        "Notre institut accueille une clientèle de tous âges.",
        "observer l’accueil et le conseil | comprendre les règles d’hygiène | découvrir la composition des produits",
      ],
      [
        "Coiffeur ou coiffeuse : un métier de création et d’écoute",
        "Notre salon accueille une clientèle fidèle.",
        "observer la relation avec la clientèle | comprendre la colorimétrie | s’exercer sur une tête d’apprentissage",
      ],
      [
        "Professeur ou professeure de yoga et de relaxation",
        "Nous proposons des cours adaptés à chaque âge.",
        "participer à une séance découverte | comprendre la préparation d’un cours | observer l’organisation d’un lieu d’accueil",
      ],
    ],
  },
  s18: {
    hosts: ["Cabinet d’avocats du Palais", "Étude notariale des Arcades", "Maison du Droit"],
    offers: [
      [
        "Découvrir le métier d’avocat ou d’avocate",
        "Notre cabinet défend des particuliers et des associations.",
        "assister à une audience publique | comprendre un dossier rendu anonyme | préparer une courte plaidoirie",
      ],
      [
        "Notaire ou clerc de notaire : les grandes étapes de la vie",
        "Notre étude accompagne les familles.",
        "comprendre un acte de vente | observer l’organisation de l’étude | chercher une règle dans un code",
      ],
      [
        "Greffier ou greffière, juge : les métiers du tribunal",
        "Une équipe présente le fonctionnement de la justice.",
        "suivre une audience publique | rencontrer plusieurs métiers | comprendre le parcours d’une affaire",
      ],
    ],
  },
  s22: {
    hosts: ["École des Hirondelles", "Groupe scolaire du Parc", "Collège des Alizés"],
    offers: [
      [
        "Professeur ou professeure des écoles : dans les coulisses d’une classe",
        "Notre école accueille des enfants de trois à onze ans.",
        "observer plusieurs niveaux de classe | préparer une lecture à voix haute | rencontrer l’équipe éducative",
      ],
      [
        "Découvrir la vie d’un établissement scolaire",
        "Direction, vie scolaire, intendance, santé : de nombreux métiers font vivre notre établissement.",
        "suivre la journée d’un conseiller principal ou d’une conseillère principale d’éducation | comprendre un emploi du temps | interroger trois professionnels",
      ],
      [
        "Enseignant spécialisé ou enseignante spécialisée : aider chaque élève à apprendre",
        "Notre équipe adapte les apprentissages aux besoins des élèves.",
        "observer un atelier | découvrir du matériel adapté | échanger avec un accompagnant",
      ],
    ],
  },
  s25: {
    hosts: ["Mairie annexe", "Service public du Territoire", "Maison des Services"],
    offers: [
      [
        "Au service des habitants : découvrir une mairie",
        "État civil, urbanisme, jeunesse : nos services répondent chaque jour aux habitants.",
        "suivre l’accueil du public | comprendre un conseil municipal | rencontrer quatre métiers",
      ],
      [
        "Agent ou agente d’une administration de l’État",
        "Notre service met en œuvre des décisions publiques dans le département.",
        "assister à une réunion | comprendre le trajet d’un dossier | préparer une présentation",
      ],
      [
        "Chargé ou chargée de projet dans une collectivité",
        "Nous menons des projets de mobilité, de culture et d’environnement.",
        "visiter un équipement public | lire un budget simple | donner son avis sur un projet pour les jeunes",
      ],
    ],
  },
  s41: {
    hosts: ["Cabinet de kinésithérapie du Mail", "Centre de rééducation des Pins", "Pharmacie du Marché"],
    offers: [
      [
        "Kinésithérapeute : rééduquer et accompagner",
        "Notre cabinet reçoit des sportifs, des enfants et des personnes âgées.",
        "observer des séances avec l’accord des patients | comprendre le corps en mouvement | découvrir les études",
      ],
      [
        "Orthophoniste, ergothérapeute : des métiers peu connus",
        "Notre centre aide à retrouver la parole et les gestes du quotidien.",
        "découvrir du matériel adapté | observer un atelier | échanger avec l’équipe",
      ],
      [
        "Préparateur ou préparatrice en pharmacie",
        "Notre pharmacie conseille les habitants du quartier.",
        "observer l’accueil et le conseil | comprendre une ordonnance rendue anonyme | découvrir la prévention",
      ],
    ],
  },
  s43: {
    hosts: ["Centre hospitalier des Alizés", "Clinique vétérinaire du Parc", "Maison de santé du Bourg"],
    offers: [
      [
        "Infirmier ou infirmière : le soin et l’équipe",
        "Notre établissement fait découvrir ses métiers sans exposer les patients.",
        "suivre une matinée d’équipe hors des soins | apprendre les gestes d’hygiène | rencontrer cinq métiers",
      ],
      [
        "Aux côtés d’un ou d’une vétérinaire",
        "Notre clinique soigne les animaux de compagnie et d’élevage.",
        "observer des consultations | regarder une radiographie | comprendre le suivi d’un animal",
      ],
      [
        "Technicien ou technicienne de laboratoire médical",
        "Nous analysons chaque jour des centaines de prélèvements.",
        "visiter le laboratoire avec un guide | observer au microscope une lame préparée | comprendre le trajet d’une analyse",
      ],
    ],
  },
  s44: {
    hosts: ["Centre de secours du Nord", "Service sécurité du Port", "Police municipale"],
    offers: [
      [
        "Sapeur-pompier ou sapeuse-pompière : la vie d’une caserne",
        "Notre caserne présente ses équipes et son matériel.",
        "apprendre les gestes qui sauvent | observer un exercice | comprendre un appel d’urgence",
      ],
      [
        "Gardien ou gardienne de la paix : protéger et dialoguer",
        "Une équipe présente ses missions de prévention.",
        "découvrir la police technique | assister à une action de prévention | échanger sur les parcours",
      ],
      [
        "Responsable de la sécurité d’un site",
        "Nous prévenons les risques dans un lieu qui reçoit du public.",
        "lire un plan d’évacuation | observer un contrôle des équipements | proposer une consigne claire",
      ],
    ],
  },
  s46: {
    hosts: ["Association Le Lien", "Résidence des Glycines", "Crèche Les Petits Pas"],
    offers: [
      [
        "Éducateur ou éducatrice de jeunes enfants",
        "Notre crèche accueille quarante enfants.",
        "observer les jeux et les repas | aider à préparer une lecture | comprendre le développement de l’enfant",
      ],
      [
        "Animateur ou animatrice auprès de personnes âgées",
        "Notre résidence propose chaque jour une activité.",
        "participer à un atelier mémoire | écouter un récit de vie | imaginer une animation",
      ],
      [
        "Assistant ou assistante de service social",
        "Notre association aide des familles à faire valoir leurs droits.",
        "comprendre l’accueil et le secret professionnel | découvrir les aides | rencontrer des bénévoles",
      ],
    ],
  },
  s47: {
    hosts: ["Club omnisports", "Base nautique du Lac", "Salle L’Élan"],
    offers: [
      [
        "Éducateur sportif ou éducatrice sportive",
        "Notre club accueille six cents licenciés.",
        "observer la préparation d’une séance | suivre un entraînement | comprendre l’organisation d’un tournoi",
      ],
      [
        "Directeur ou directrice d’un équipement sportif",
        "Nous faisons vivre une piscine et un gymnase.",
        "visiter les installations avec un guide | comprendre un planning | écouter les usagers",
      ],
      [
        "Préparateur ou préparatrice physique",
        "Nous suivons des sportifs de tous niveaux.",
        "observer des tests d’effort | lire des mesures | comprendre la récupération",
      ],
    ],
  },
  s48: {
    hosts: ["Office de tourisme", "Agence Belle Escale", "Domaine des Vacances"],
    offers: [
      [
        "Conseiller ou conseillère en séjour",
        "Notre office accueille des visiteurs du monde entier.",
        "observer l’accueil | préparer un itinéraire | traduire une courte présentation",
      ],
      [
        "Guide accompagnateur ou accompagnatrice",
        "Nous organisons des visites à pied et à vélo.",
        "suivre une visite | chercher une anecdote | imaginer un parcours pour des jeunes",
      ],
      [
        "Chargé ou chargée de développement touristique durable",
        "Nous aidons à mieux répartir les visiteurs.",
        "lire des chiffres de fréquentation | rencontrer un hébergeur | proposer une idée sans voiture",
      ],
    ],
  },
};
