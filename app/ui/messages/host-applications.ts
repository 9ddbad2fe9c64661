import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import { deadlineWords } from "#app/kernel/deadline.ts";

/** What each state means for the host, and what comes next; of an accepted one, until when the pupil may confirm. */
export function hostExplanation(
  { status, deadlineAt }: { status: ApplicationStatus; deadlineAt: Date | null },
  firstName: string,
): string {
  return status === "accepted" && deadlineAt
    ? `La place est réservée. ${firstName} a jusqu’au ${deadlineWords(deadlineAt)} pour confirmer ; sinon la place se libère d’elle-même.`
    : EXPLANATIONS[status];
}

const EXPLANATIONS: Record<ApplicationStatus, string> = {
  draft: "L’élève n’a pas encore envoyé cette candidature.",
  submitted:
    "Cette candidature attend votre réponse. Sans réponse avant la date limite, l’élève en est averti.",
  seen: "L’élève sait que vous avez lu sa candidature et attend votre réponse.",
  accepted:
    "La place est réservée. L’élève doit maintenant confirmer ; sinon la place se libère d’elle-même.",
  confirmed: "L’élève a confirmé : la place est prise et la convention est créée.",
  declined: "Vous avez refusé cette candidature. L’élève voit la raison choisie.",
  withdrawn:
    "Cette candidature est retirée : vous n’avez rien à faire. Si une place était réservée, elle est de nouveau libre.",
  cancelled: "Vous avez annulé cette place. L’élève voit la raison choisie et peut candidater ailleurs.",
  expired: "Le délai de réponse est passé : la candidature est close et l’élève en est averti.",
  lapsed: "L’élève n’a pas confirmé à temps : la place est de nouveau libre.",
  released:
    "L’élève a confirmé un autre stage à ces dates. Si une place était réservée, elle est de nouveau libre.",
  transferred: "Cette candidature continue dans une autre de vos offres.",
  closed:
    "Cette candidature a été close pendant que votre numéro SIRET vous était retiré. L’élève a pu candidater ailleurs.",
};
