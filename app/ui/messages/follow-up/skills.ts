import type { HostOpinion } from "#app/domain/follow-up/opinions/host-opinion.ts";
import type { JournalFailure } from "#app/domain/follow-up/journal/journal.ts";
import type { Skill, SkillFamily, SkillLevel, SkillSide } from "#app/domain/follow-up/skills/skills.ts";
import type { TellingFailure } from "#app/domain/follow-up/telling.failures.ts";
import type { Mark } from "#app/domain/applications/opinions/opinion.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const FAMILY_LABELS: Record<SkillFamily, string> = {
  observe: "Observer",
  communicate: "Communiquer",
  understand: "Comprendre",
  take_part: "S’impliquer",
};

export const SKILL_LABELS: Record<Skill, string> = {
  watches: "Regarder et écouter avec attention",
  spots_roles: "Repérer les métiers et le rôle de chaque personne",
  takes_notes: "Garder une trace de ce qui est observé",
  introduces: "Saluer et se présenter",
  asks: "Poser des questions",
  listens: "Écouter les réponses et en tenir compte",
  tells_activity: "Expliquer ce que fait la structure",
  knows_rules: "Comprendre les consignes et les règles de sécurité",
  links_studies: "Faire le lien avec les études et l’orientation",
  keeps_hours: "Arriver à l’heure et tenir les horaires",
  respects: "Respecter les personnes, les lieux et la confidentialité",
  offers_help: "Prendre part à ce qui est proposé",
};

export const LEVEL_LABELS: Record<SkillLevel, string> = {
  no_occasion: "Pas l’occasion",
  begun: "En partie",
  seen: "Oui",
};

export const SIDE_LABELS: Record<SkillSide, string> = {
  pupil: "Élève",
  supervisor: "Structure",
  teacher: "Lycée",
};

/** The two questions asked of a host, with their answers in words. */
export const HOST_QUESTIONS: Record<keyof HostOpinion, { label: string; answers: Record<Mark, string> }> = {
  went: {
    label: "Comment le stage s’est-il passé ?",
    answers: { 4: "Très bien", 3: "Bien", 2: "Pas très bien", 1: "Mal" },
  },
  again: {
    label: "Accueilleriez-vous un autre élève l’an prochain ?",
    answers: { 4: "Oui, volontiers", 3: "Oui, sans doute", 2: "Plutôt non", 1: "Non" },
  },
};

export function tellingFailureMessage(failure: FailureBut<TellingFailure, "not_found">): string {
  switch (failure.code) {
    case "cancelled":
      return "Rien n’a été enregistré : ce stage est annulé.";
    case "too_early":
      return `Rien n’a été enregistré : cela se remplit à partir du ${frenchDate(failure.opensOn)}.`;
    case "too_late":
      return `Rien n’a été enregistré : cela se remplissait jusqu’au ${frenchDate(failure.closedOn)}.`;
  }
}

export function journalFailureMessage(failure: FailureBut<JournalFailure, "not_found">): string {
  if (failure.code === "not_a_day")
    return `Rien n’a été enregistré : le ${frenchDate(failure.day)} n’est pas un jour de stage, ou n’est pas encore venu.`;
  return tellingFailureMessage(failure);
}
