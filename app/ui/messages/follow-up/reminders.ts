import type { ReminderKind } from "#app/domain/follow-up/reminders/reminder.ts";

/** What each pupil reads: on the page where an adult looks at it before sending, and in the message itself. */
export const REMINDER_TEXTS: Record<ReminderKind, string> = {
  first_letter:
    "La première lettre est souvent la plus difficile, et il n’est pas trop tard pour l’envoyer. Quelques phrases simples suffisent : ce qui vous attire dans cet endroit, et ce que vous aimeriez y découvrir. Une personne de l’équipe peut la relire avec vous.",
  after_refusals:
    "Plusieurs structures n’ont pas pu vous accueillir. Souvent, c’est une question de place ou de dates, et cela ne dit rien de vous. D’autres offres sont ouvertes : élargir un peu la distance ou les métiers aide. Parlez-en à l’équipe, elle cherche avec vous.",
  go_on:
    "Votre recherche avance quand elle continue : une nouvelle candidature cette semaine peut tout changer. Regardez les offres près de chez vous, et parlez à l’équipe de ce qui vous bloque.",
};

export const REMINDER_KIND_LABELS: Record<ReminderKind, string> = {
  first_letter: "N’a encore rien envoyé",
  after_refusals: "A reçu plusieurs refus",
  go_on: "Cherche encore",
};
