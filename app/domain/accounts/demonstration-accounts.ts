/** Accounts that exist in the demonstration only; production refuses to seed them. */
export const DEMONSTRATION_PASSWORD = "decouverte-2024";

/** Shared by the demonstration accounts that need a second factor. */
export const DEMONSTRATION_TOTP_SECRET = "JBSWY3DPEHPK3PXP";

export interface DemonstrationAccount {
  email: string;
  name: string;
  role: string;
  secondFactor?: true;
}

export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  { email: "ines.martin@example.org", name: "Inès Martin", role: "Élève, lycée à Rennes" },
  { email: "karim.benali@example.org", name: "Karim Benali", role: "Élève, lycée à Marseille" },
  { email: "lea.rousseau@example.org", name: "Léa Rousseau", role: "Élève, lycée à Saint-Denis (93)" },
  { email: "claire.petit@example.org", name: "Claire Petit", role: "Employeuse" },
  { email: "marc.durand@example.org", name: "Marc Durand", role: "Employeur, autre structure" },
  {
    email: "sophie.bernard@example.org",
    name: "Sophie Bernard",
    role: "Enseignante de la classe d’Inès",
    secondFactor: true,
  },
  {
    email: "nadia.leroy@example.org",
    name: "Nadia Leroy",
    role: "Cheffe de l’établissement d’Inès",
    secondFactor: true,
  },
  {
    email: "paul.moreau@example.org",
    name: "Paul Moreau",
    role: "Secrétariat de l’établissement d’Inès",
    secondFactor: true,
  },
  {
    email: "alice.garnier@example.org",
    name: "Alice Garnier",
    role: "Référente, académie de Rennes",
    secondFactor: true,
  },
  {
    email: "admin@example.org",
    name: "Dominique Faure",
    role: "Administration du service",
    secondFactor: true,
  },
];

/** Parents of the demonstration: they have no account, a link opens their page. */
export const DEMONSTRATION_GUARDIANS: readonly string[] = [
  "helene.martin@example.org",
  "sylvie.rousseau@example.org",
];
