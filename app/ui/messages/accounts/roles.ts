import type { Role } from "#app/domain/accounts/actor.ts";

const LABELS: Record<Role, string> = {
  pupil: "Élève",
  employer: "Structure d’accueil",
  teacher: "Équipe enseignante",
  schoolOffice: "Secrétariat",
  schoolHead: "Direction d’établissement",
  academyReferent: "Académie",
  admin: "Administration",
};

export function roleLabel(role: Role): string {
  return LABELS[role];
}
