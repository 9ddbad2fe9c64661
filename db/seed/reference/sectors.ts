/**
 * The 51 interchange sectors, with the labels that partner platforms exchange (source: public
 * repository betagouv/monstagedeseconde, MIT). Labels are kept to the letter: real offers are joined by label.
 */
export interface SectorFamily {
  slug: string;
  label: string;
}
export interface Sector {
  code: string;
  label: string;
  family: string;
  /** Challenges that an offer of this sector meets unless its author says otherwise. */
  challenges: string[];
}

/** Sectors as a fifteen-year-old looks for them, in the order in which they are shown. */
export const sectorFamilies: SectorFamily[] = [
  { slug: "sante", label: "Santé et soin" },
  { slug: "education-solidarite", label: "Enseignement et solidarité" },
  { slug: "nature-energie", label: "Nature, agriculture et énergie" },
  { slug: "batiment", label: "Bâtiment, architecture et matériaux" },
  { slug: "industrie-sciences", label: "Industrie, sciences et techniques" },
  { slug: "transports", label: "Automobile, transport et logistique" },
  { slug: "numerique", label: "Numérique et jeu vidéo" },
  { slug: "medias", label: "Communication et médias" },
  { slug: "culture", label: "Culture, livre et spectacle" },
  { slug: "creation", label: "Création, mode et métiers d'art" },
  { slug: "commerce", label: "Commerce et immobilier" },
  { slug: "gestion", label: "Banque, gestion et conseil" },
  { slug: "tourisme-sport", label: "Restauration, tourisme et sport" },
  { slug: "droit-securite", label: "Droit, sécurité et service public" },
];

export const sectors: Sector[] = [
  { code: "s1", label: "Agroéquipement", family: "nature-energie", challenges: ["ecologie"] },
  { code: "s2", label: "Architecture, urbanisme et paysage", family: "batiment", challenges: ["ecologie"] },
  { code: "s3", label: "Armée - Défense", family: "droit-securite", challenges: [] },
  { code: "s4", label: "Art et design", family: "creation", challenges: [] },
  { code: "s5", label: "Artisanat d'art", family: "creation", challenges: [] },
  { code: "s6", label: "Arts du spectacle", family: "culture", challenges: [] },
  { code: "s7", label: "Audiovisuel", family: "medias", challenges: [] },
  { code: "s8", label: "Automobile", family: "transports", challenges: [] },
  { code: "s9", label: "Banque et assurance", family: "gestion", challenges: ["economie-industrie"] },
  {
    code: "s10",
    label: "Bâtiment et travaux publics (BTP)",
    family: "batiment",
    challenges: ["economie-industrie"],
  },
  { code: "s11", label: "Bien-être", family: "sante", challenges: [] },
  { code: "s12", label: "Commerce et distribution", family: "commerce", challenges: ["economie-industrie"] },
  { code: "s13", label: "Communication", family: "medias", challenges: [] },
  {
    code: "s14",
    label: "Comptabilité, gestion, ressources humaines",
    family: "gestion",
    challenges: ["economie-industrie"],
  },
  { code: "s15", label: "Conseil et audit", family: "gestion", challenges: ["economie-industrie"] },
  {
    code: "s16",
    label: "Construction aéronautique, ferroviaire et navale",
    family: "industrie-sciences",
    challenges: ["economie-industrie"],
  },
  { code: "s17", label: "Culture et patrimoine", family: "culture", challenges: [] },
  { code: "s18", label: "Droit et justice", family: "droit-securite", challenges: [] },
  { code: "s19", label: "Édition, librairie, bibliothèque", family: "culture", challenges: [] },
  {
    code: "s20",
    label: "Électronique",
    family: "industrie-sciences",
    challenges: ["numerique", "economie-industrie"],
  },
  { code: "s21", label: "Énergie", family: "nature-energie", challenges: ["ecologie"] },
  { code: "s22", label: "Enseignement", family: "education-solidarite", challenges: ["solidarite"] },
  { code: "s23", label: "Environnement", family: "nature-energie", challenges: ["ecologie"] },
  { code: "s24", label: "Filière bois", family: "batiment", challenges: ["ecologie"] },
  { code: "s25", label: "Fonction publique", family: "droit-securite", challenges: [] },
  { code: "s26", label: "Hôtellerie, restauration", family: "tourisme-sport", challenges: [] },
  { code: "s27", label: "Immobilier, transactions immobilières", family: "commerce", challenges: [] },
  {
    code: "s28",
    label: "Industrie alimentaire",
    family: "industrie-sciences",
    challenges: ["economie-industrie"],
  },
  {
    code: "s29",
    label: "Industrie chimique",
    family: "industrie-sciences",
    challenges: ["economie-industrie"],
  },
  {
    code: "s30",
    label: "Industrie, ingénierie industrielle",
    family: "industrie-sciences",
    challenges: ["economie-industrie"],
  },
  { code: "s31", label: "Informatique et réseaux", family: "numerique", challenges: ["numerique"] },
  { code: "s32", label: "Jeu vidéo", family: "numerique", challenges: ["numerique"] },
  { code: "s33", label: "Journalisme", family: "medias", challenges: [] },
  { code: "s34", label: "Logistique et transport", family: "transports", challenges: ["economie-industrie"] },
  { code: "s35", label: "Maintenance", family: "industrie-sciences", challenges: ["economie-industrie"] },
  { code: "s36", label: "Marketing, publicité", family: "medias", challenges: [] },
  { code: "s37", label: "Mécanique", family: "industrie-sciences", challenges: ["economie-industrie"] },
  { code: "s38", label: "Métiers d'art", family: "creation", challenges: [] },
  { code: "s39", label: "Mode", family: "creation", challenges: [] },
  { code: "s40", label: "Papiers Cartons", family: "industrie-sciences", challenges: ["economie-industrie"] },
  { code: "s41", label: "Paramédical", family: "sante", challenges: ["solidarite"] },
  { code: "s42", label: "Recherche", family: "industrie-sciences", challenges: [] },
  { code: "s43", label: "Santé", family: "sante", challenges: ["solidarite"] },
  { code: "s44", label: "Sécurité", family: "droit-securite", challenges: [] },
  { code: "s45", label: "Services postaux", family: "transports", challenges: [] },
  { code: "s46", label: "Social", family: "education-solidarite", challenges: ["solidarite"] },
  { code: "s47", label: "Sport", family: "tourisme-sport", challenges: [] },
  { code: "s48", label: "Tourisme", family: "tourisme-sport", challenges: [] },
  { code: "s49", label: "Traduction, interprétation", family: "medias", challenges: [] },
  { code: "s50", label: "Verre, béton, céramique", family: "batiment", challenges: ["economie-industrie"] },
  { code: "s51", label: "Agriculture", family: "nature-energie", challenges: ["ecologie"] },
];
