import type { SendingLimit } from "#app/domain/outbox/sending-limits.ts";

/** What is said to someone who would make the service write too often in a day, and what to do instead. */
const TEXTS: Record<SendingLimit, string> = {
  "send-application":
    "Vous avez déjà envoyé plusieurs fois votre candidature à cette offre aujourd’hui. Réessayez demain : votre lettre peut être gardée en brouillon.",
  "send-host-applications":
    "Vous avez déjà envoyé beaucoup de candidatures à cette structure aujourd’hui. Gardez celle-ci en brouillon et envoyez-la demain, ou candidatez ailleurs.",
  "send-applications":
    "Vous avez envoyé beaucoup de candidatures aujourd’hui. Gardez celle-ci en brouillon et envoyez-la demain.",
  "send-answer":
    "Cette candidature a déjà reçu plusieurs réponses aujourd’hui, et l’élève un message à chaque fois. Réessayez demain, ou appelez son lycée.",
  "send-transfer":
    "Vous avez transmis beaucoup de candidatures aujourd’hui. Réessayez demain, ou répondez directement à l’élève.",
  "send-objection":
    "Vous avez changé d’avis plusieurs fois aujourd’hui pour cette candidature. Réessayez demain, ou appelez le lycée.",
  "send-decision":
    "Cette convention a déjà été validée ou renvoyée plusieurs fois aujourd’hui. Réessayez demain, ou appelez la structure d’accueil.",
  "send-part":
    "Cette convention a été modifiée beaucoup de fois aujourd’hui. Réessayez demain, ou appelez l’autre partie pour vous mettre d’accord.",
  "send-offer":
    "Vous avez publié beaucoup d’offres aujourd’hui. Votre brouillon est gardé : publiez-le demain, ou ajoutez des places à une offre existante.",
  "send-reopening":
    "Cette offre a déjà été rouverte plusieurs fois aujourd’hui, et les élèves qui l’attendent ont été prévenus. Réessayez demain.",
  "send-found":
    "Vous avez écrit à beaucoup de structures aujourd’hui. Réessayez demain, ou appelez la structure.",
  "send-pupil-found":
    "Plusieurs demandes sont déjà parties aujourd’hui pour ce stage. Réessayez demain, ou appelez la structure.",
  "send-family-link":
    "Ce responsable légal a déjà reçu plusieurs liens aujourd’hui. Appelez-le : le message est peut-être dans ses spams (courriers indésirables).",
  "send-claim":
    "Beaucoup de comptes ont été demandés aujourd’hui pour cette structure. Réessayez demain, ou demandez à une personne qui y a déjà un compte.",
  "send-code": "Beaucoup de codes vous ont été envoyés aujourd’hui. Réessayez demain, ou appelez le lycée.",
};

export function sendingLimitMessage(limit: SendingLimit): string {
  return TEXTS[limit];
}
