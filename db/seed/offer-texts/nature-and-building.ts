import type { SectorTexts } from "./types.ts";

/** Nature, farming, energy, building, materials, transport. */
export const natureAndBuilding: Record<string, SectorTexts> = {
  s1: {
    hosts: ["Agri Mécanique", "Matériels des Plaines", "Atelier du Sillon"],
    offers: [
      [
        "Découvrir le métier de mécanicien ou mécanicienne agricole",
        "Notre atelier entretient les tracteurs et les moissonneuses des exploitations voisines.",
        "observer le diagnostic d’une panne sur ordinateur | suivre une révision expliquée pas à pas | visiter une exploitation cliente",
      ],
      [
        "Aux côtés d’un conseiller ou d’une conseillère en agroéquipement",
        "Nous aidons les agriculteurs à choisir des machines plus sobres et plus précises.",
        "assister à la démonstration d’un guidage par satellite | comparer deux machines avec un conseiller | préparer une fiche sur l’agriculture de précision",
      ],
      [
        "Technicien ou technicienne d’essais de machines agricoles",
        "Nous mesurons les performances des outils avant leur mise en service.",
        "observer un essai au champ depuis la zone réservée | relever des mesures avec l’équipe | comprendre un plan technique",
      ],
    ],
  },
  s2: {
    hosts: ["Atelier Perspectives", "Agence Les Deux Rives", "Studio Canopée"],
    offers: [
      [
        "Au cœur d’une agence d’architecture : architecte, dessinateur ou dessinatrice",
        "Nous concevons des écoles et des logements économes en énergie.",
        "lire un plan et une maquette | accompagner une visite de projet | dessiner une idée d’aménagement",
      ],
      [
        "Découvrir le métier de paysagiste concepteur ou conceptrice",
        "Notre équipe dessine des parcs, des cours d’école et des rues plus fraîches.",
        "observer le relevé d’un jardin | reconnaître des essences d’arbres | participer à un atelier de croquis",
      ],
      [
        "Urbaniste : comprendre comment une ville se transforme",
        "Nous travaillons avec les communes sur les quartiers de demain.",
        "assister à une réunion de projet | lire une carte d’urbanisme | observer un quartier et proposer une idée",
      ],
    ],
  },
  s10: {
    hosts: ["Bâtir Ensemble", "Constructions du Val", "Les Compagnons du Toit"],
    offers: [
      [
        "Découvrir les métiers du chantier : maçon ou maçonne, conducteur ou conductrice de travaux",
        "Nous construisons des maisons et rénovons des bâtiments publics.",
        "suivre la réunion de chantier | comprendre un plan et un planning | observer les équipes depuis les zones autorisées",
      ],
      [
        "Électricien ou électricienne du bâtiment : comprendre une installation",
        "Notre équipe installe et rénove des réseaux électriques et des panneaux solaires.",
        "observer le tracé d’un circuit | lire un schéma électrique | découvrir les règles de sécurité",
      ],
      [
        "Chef ou cheffe de projet en rénovation énergétique",
        "Nous isolons des logements pour réduire leur consommation.",
        "assister à la visite d’un logement | comparer des matériaux isolants | comprendre un diagnostic de performance énergétique",
      ],
    ],
  },
  s16: {
    hosts: ["Ateliers Horizon", "Ailes et Rails", "Chantiers du Large"],
    offers: [
      [
        "Technicien ou technicienne en construction aéronautique",
        "Nous assemblons et contrôlons des pièces pour des avions et des hélicoptères.",
        "visiter la ligne d’assemblage | observer un contrôle de qualité | échanger avec le bureau d’études",
      ],
      [
        "Ingénieur ou ingénieure ferroviaire : comment naît un train",
        "Notre site étudie et rénove des rames de transport régional.",
        "découvrir une maquette numérique | suivre un essai en atelier | rencontrer trois métiers du site",
      ],
      [
        "Découvrir la construction navale : chaudronnier ou chaudronnière, architecte naval ou navale",
        "Nous construisons et réparons des bateaux de travail.",
        "comprendre les étapes d’une construction | observer la préparation d’une tôle à distance de sécurité | dessiner une coque avec le bureau d’études",
      ],
    ],
  },
  s21: {
    hosts: ["Énergies du Territoire", "Lumen Services", "Réseau Clair"],
    offers: [
      [
        "Technicien ou technicienne en énergies renouvelables",
        "Nous étudions des installations solaires et éoliennes avec les communes.",
        "suivre une étude d’ensoleillement | comprendre une facture d’énergie | visiter une installation avec un guide",
      ],
      [
        "Découvrir le pilotage d’un réseau électrique",
        "Notre centre veille jour et nuit sur l’alimentation des habitants.",
        "observer la salle de conduite | comprendre l’équilibre entre production et consommation | échanger avec une équipe d’intervention",
      ],
      [
        "Conseiller ou conseillère en économies d’énergie",
        "Nous aidons les familles et les entreprises à consommer moins.",
        "assister à un rendez-vous de conseil | mesurer la consommation d’appareils | préparer une affiche de bons gestes",
      ],
    ],
  },
  s23: {
    hosts: ["Rivières Vivantes", "Maison de la Biodiversité", "Éco Territoire"],
    offers: [
      [
        "Animateur ou animatrice nature : observer et transmettre",
        "Notre association fait découvrir les milieux naturels aux habitants.",
        "participer à une sortie d’observation | reconnaître des oiseaux et des plantes | aider à préparer un jeu pour des enfants",
      ],
      [
        "Découvrir le métier de technicien ou technicienne de rivière",
        "Nous suivons la qualité de l’eau et la vie des cours d’eau.",
        "observer un prélèvement d’eau | lire les résultats du laboratoire | cartographier une berge",
      ],
      [
        "Ingénieur ou ingénieure en gestion des déchets",
        "Nous organisons la collecte, le tri et le réemploi.",
        "visiter un centre de tri par le parcours pédagogique | suivre le trajet d’un objet recyclé | proposer une idée de réduction des déchets",
      ],
    ],
  },
  s24: {
    hosts: ["Menuiserie du Chêne", "Bois et Lignes", "Scierie des Hauts"],
    offers: [
      [
        "Découvrir le métier de menuisier ou menuisière",
        "Nous fabriquons des meubles et des escaliers sur mesure.",
        "reconnaître les essences de bois | observer la fabrication d’un meuble hors des machines | dessiner un plan simple",
      ],
      [
        "Charpentier ou charpentière : du dessin à la charpente",
        "Notre équipe construit des charpentes et des maisons en bois.",
        "comprendre une maquette de charpente | suivre la préparation d’un chantier | visiter une maison à ossature bois",
      ],
      [
        "Technicien forestier ou technicienne forestière : la forêt et ses métiers",
        "Nous accompagnons les propriétaires dans la gestion durable de leurs forêts.",
        "marcher en forêt avec un technicien | mesurer un arbre | comprendre un plan de gestion",
      ],
    ],
  },
  s50: {
    hosts: ["Verrerie du Lac", "Céramiques Terre Claire", "Bétons du Littoral"],
    offers: [
      [
        "Découvrir les métiers du verre : souffleur ou souffleuse",
        "Notre atelier crée et transforme le verre.",
        "observer le travail du verre à distance de sécurité | comprendre la composition du verre | dessiner un objet",
      ],
      [
        "Céramiste : de la terre à l’objet",
        "Nous créons de la vaisselle et des carreaux décorés.",
        "observer les étapes de fabrication | tester un décor à froid | découvrir la vente et les commandes",
      ],
      [
        "Technicien ou technicienne de laboratoire des matériaux",
        "Nous contrôlons la solidité de bétons plus respectueux du climat.",
        "suivre un essai de résistance | noter des résultats | comprendre une formule de béton",
      ],
    ],
  },
  s51: {
    hosts: ["Ferme des Tilleuls", "Maraîchage du Soleil", "Domaine des Collines"],
    offers: [
      [
        "Découvrir la vie d’une ferme : éleveur ou éleveuse",
        "Notre exploitation élève des vaches laitières et vend une partie de sa production sur place.",
        "observer les soins aux animaux | comprendre l’alimentation d’un troupeau | suivre le lait jusqu’au client",
      ],
      [
        "Maraîcher ou maraîchère : produire des légumes de saison",
        "Nous cultivons une trentaine de légumes en agriculture biologique.",
        "reconnaître les cultures | observer le plan d’irrigation | préparer une fiche sur un légume",
      ],
      [
        "Viticulteur ou viticultrice : les saisons d’un domaine",
        "Notre domaine familial cultive la vigne en préservant les sols.",
        "observer le travail de la vigne | visiter les bâtiments avec un guide | comprendre comment se vend une production",
      ],
    ],
  },
  s8: {
    hosts: ["Garage de la Gare", "Auto Service du Centre", "Carrosserie Nouvelle Route"],
    offers: [
      [
        "Mécanicien ou mécanicienne automobile : comprendre un diagnostic",
        "Notre garage entretient tous les véhicules, électriques compris.",
        "observer un diagnostic sur ordinateur | comprendre un devis | suivre l’accueil d’un client",
      ],
      [
        "Découvrir le métier de carrossier-peintre ou carrossière-peintre",
        "Nous redonnons leur forme et leur couleur aux véhicules.",
        "observer les étapes depuis la zone protégée | comparer des teintes | suivre un dossier d’assurance",
      ],
      [
        "Conseiller ou conseillère en mobilité électrique",
        "Nous accompagnons le passage aux véhicules électriques.",
        "comparer deux motorisations | comprendre une borne de recharge | assister à un rendez-vous de conseil",
      ],
    ],
  },
  s34: {
    hosts: ["Transports du Pont", "Logistique Express", "Réseau Mobilités"],
    offers: [
      [
        "Découvrir la logistique : gestionnaire de flux",
        "Notre plateforme prépare chaque jour des milliers de colis.",
        "suivre le trajet d’un colis sur écran | observer la plateforme depuis le parcours visiteurs | comprendre un planning de tournées",
      ],
      [
        "Agent ou agente d’exploitation des transports en commun",
        "Nous faisons rouler les bus et les tramways de l’agglomération.",
        "observer le poste de régulation | comprendre un graphique horaire | écouter les besoins des voyageurs",
      ],
      [
        "Affréteur ou affréteuse : organiser un transport",
        "Notre équipe trouve pour chaque marchandise le trajet le plus sobre.",
        "assister à une prise de commande | comparer route, rail et fleuve | lire une carte de trafic",
      ],
    ],
  },
  s45: {
    hosts: ["Courrier du Quartier", "Relais Postal", "Plateforme Colis"],
    offers: [
      [
        "Découvrir la tournée d’un facteur ou d’une factrice",
        "Notre centre distribue le courrier et rend des services à domicile.",
        "observer la préparation d’une tournée | suivre une partie du parcours à pied | comprendre les services aux personnes âgées",
      ],
      [
        "Chargé ou chargée de clientèle dans un bureau de poste",
        "Nous accueillons le public et l’aidons dans ses démarches.",
        "observer l’accueil | découvrir l’aide numérique | repérer les besoins des visiteurs",
      ],
      [
        "Responsable d’un centre de tri : organiser et décider",
        "Des machines et des équipes trient chaque nuit le courrier.",
        "visiter le centre avec un guide | lire les indicateurs du jour | assister à une réunion d’équipe",
      ],
    ],
  },
};
