/** Challenges of the country that an internship can show, as the ministry names them. */
export const challenges = [
  { slug: "ecologie", label: "Écologie" },
  { slug: "numerique", label: "Numérique" },
  { slug: "economie-industrie", label: "Économie et industrie" },
  { slug: "solidarite", label: "Solidarité" },
] as const;

export type Challenge = (typeof challenges)[number]["slug"];
