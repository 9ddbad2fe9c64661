import type { OpeningReason } from "#app/domain/accounts/openings/opening.ts";
import type { Mark } from "#app/domain/applications/opinions/opinion.ts";
import type { AuditAction } from "#app/domain/audit/audit-entry.ts";
import type { Provider } from "#app/domain/federation/identity-provider.ts";
import type { Topic } from "#app/domain/notifications/topics.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import type { HelpTopic } from "#app/domain/help/help-request.ts";
import type { OfferStatus } from "#app/domain/offers/offer.ts";
import type { RequestErasureFailure } from "#app/domain/personal-data/erasure.ts";
import {
  ruleOf,
  type OwnDataField,
  type OwnDataKind,
  type OwnDatum,
} from "#app/domain/personal-data/own-data.ts";
import { frenchDate, frenchDateTime, isCalendarDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { auditActionText, openingReasonText } from "../messages/administration/audit.ts";
import { OPINION_QUESTIONS } from "../messages/opinions.ts";
import { topicText } from "../messages/topics.ts";
import { roleLabel } from "../messages/accounts/roles.ts";
import type { ContactParty, ContactWay } from "#app/domain/follow-up/log/log-entry.ts";
import type { SituationKind } from "#app/domain/follow-up/situations/situation.ts";
import { agreementStatusLabel } from "../messages/agreements.ts";
import { applicationStatusLabel } from "../messages/applications.ts";
import { CONTACT_PARTY_LABELS, CONTACT_WAY_LABELS } from "../messages/follow-up/log.ts";
import { HELP_TOPIC_LABELS } from "../messages/help.ts";
import { offerStatusLabel } from "../messages/offers.ts";
import { SITUATION_LABELS } from "../messages/situations.ts";

const KIND_TITLES: Record<OwnDataKind, string> = {
  identity: "Qui vous êtes",
  roles: "Ce que vous êtes ici",
  classes: "Vos classes",
  guardians: "Vos responsables",
  applications: "Vos candidatures et vos lettres",
  agreements: "Vos conventions",
  favourites: "Vos favoris",
  viewedOffers: "Les offres que vous avez ouvertes",
  heldSeats: "Les places gardées pour vous",
  hostNotes: "Vos notes sur les structures",
  foundInternships: "Les stages trouvés ailleurs",
  savedSearches: "Vos alertes",
  helpRequests: "Vos demandes d’aide",
  situations: "Vos dispenses et accueils au lycée",
  teamLog: "Ce que l’équipe de votre lycée a noté",
  referents: "Les personnes de votre lycée à qui votre stage est confié",
  reminders: "Les encouragements de votre lycée",
  helpMessages: "Les messages échangés dans les demandes d’aide",
  offers: "Les offres que vous avez écrites",
  messages: "Les messages que vous avez reçus",
  sessions: "Les appareils où votre compte est ouvert",
  emailChanges: "Les changements d’adresse que vous avez demandés",
  opinions: "Vos avis après le stage",
  journal: "Votre carnet de stage",
  presence: "Les jours signalés pendant votre stage",
  federations: "Les autres façons d’entrer",
  passkeys: "Vos clés d’accès",
  activationCards: "Vos cartes d’activation",
  hostClaims: "Votre demande pour une structure",
  refusedMail: "Les messages que vous ne voulez plus",
  openings: "Qui a consulté votre compte",
  secondFactorResets: "Votre second facteur, quand on l’a retiré",
  audit: "Ce qui a été fait sur votre compte",
};

/** What is there and what it is for, as one would say it. */
const KIND_WORDS: Record<OwnDataKind, (count: number) => string> = {
  identity: () =>
    "Votre nom et ce qui permet de vous joindre : pour vous reconnaître, et remplir vos documents à votre place.",
  roles: () => "Ce que vous faites ici, et où : seules les pages qui vous concernent s’ouvrent.",
  classes: () => "Votre classe : ainsi votre lycée suit votre recherche, et aucun autre.",
  guardians: (count) =>
    `${plural(count, "personne")} à prévenir quand vous trouvez un stage, et qui ${count < 2 ? "lit" : "lisent"} votre convention.`,
  applications: (count) =>
    `${plural(count, "candidature")}, avec vos lettres : les structures les lisent pour vous répondre.`,
  situations: (count) =>
    `${plural(count, "décision")} de votre lycée : une dispense, ou un accueil au lycée pendant le stage.`,
  agreements: (count) => `${plural(count, "convention")} : le document qui prouve votre stage.`,
  favourites: (count) =>
    `${plural(count, "offre mise de côté", "offres mises de côté")}, à retrouver d’un coup d’œil.`,
  viewedOffers: (count) =>
    `${plural(count, "offre déjà ouverte", "offres déjà ouvertes")} : on peut ainsi vous en montrer d’autres.`,
  hostNotes: (count) =>
    `${plural(count, "note sur une structure", "notes sur des structures")}, que votre équipe ne lira plus.`,
  foundInternships: (count) =>
    `${plural(count, "stage trouvé ailleurs", "stages trouvés ailleurs")} : la réponse de la structure y est gardée.`,
  heldSeats: (count) =>
    `${plural(count, "place gardée", "places gardées")} par votre lycée, après un stage annulé.`,
  savedSearches: (count) => `${plural(count, "alerte")} : nous guettons les offres à votre place.`,
  helpRequests: (count) =>
    `${plural(count, "demande d’aide", "demandes d’aide")}, lue${count < 2 ? "" : "s"} par les adultes de votre lycée qui vous aident.`,
  teamLog: (count) =>
    `${plural(count, "échange ou note", "échanges ou notes")} des adultes qui vous aident : ils se passent ainsi le relais.`,
  referents: (count) => `${plural(count, "personne")} de votre lycée, pour suivre votre stage de plus près.`,
  reminders: (count) =>
    `${plural(count, "mot envoyé", "mots envoyés")} par votre lycée pendant votre recherche.`,
  helpMessages: (count) =>
    `${plural(count, "message écrit", "messages écrits")} avec les adultes qui vous aident.`,
  offers: (count) => `${plural(count, "offre")} de votre main, pour les élèves qui cherchent.`,
  messages: (count) => `${plural(count, "message")} de notre part, à relire quand vous voulez.`,
  sessions: (count) =>
    `${plural(count, "appareil")} : si l’un d’eux n’est pas à vous, vous pouvez le déconnecter.`,
  emailChanges: (count) =>
    `${plural(count, "changement d’adresse", "changements d’adresse")} : l’ancienne adresse est prévenue, pour que personne ne prenne votre compte.`,
  opinions: (count) =>
    `${plural(count, "avis", "avis")} sur ce que vous avez vécu : deux réponses, données après le stage.`,
  journal: (count) => `${plural(count, "jour raconté", "jours racontés")} avec vos mots.`,
  presence: (count) => `${plural(count, "jour")} où quelqu’un a signalé une absence, un retard ou un retour.`,
  federations: (count) =>
    `${plural(count, "compte relié", "comptes reliés")} : pas de mot de passe de plus à retenir.`,
  passkeys: (count) =>
    `${plural(count, "clé")} : votre doigt, votre visage ou votre appareil ouvre votre compte.`,
  activationCards: (count) =>
    `${plural(count, "carte imprimée", "cartes imprimées")} par votre lycée pour ouvrir votre compte.`,
  hostClaims: () => "Le SIRET que vous avez donné : nous vérifions que vous faites partie de la structure.",
  refusedMail: (count) => `${plural(count, "sujet")} dont nous ne vous parlons plus.`,
  openings: (count) =>
    `${plural(count, "consultation")} par l’administration du service, toujours avec son motif.`,
  secondFactorResets: (count) => `${plural(count, "fois")} où il a fallu vous redonner accès, et pourquoi.`,
  audit: (count) =>
    `${plural(count, "trace")} : de quoi prouver qui a fait quoi, sans rien de ce que vous écrivez.`,
};

const FIELD_LABELS: Record<OwnDataField, string> = {
  firstName: "Prénom",
  lastName: "Nom",
  name: "Nom",
  email: "Adresse électronique",
  formerEmail: "Adresse d’avant",
  phone: "Téléphone",
  birthDate: "Date de naissance",
  role: "Rôle",
  place: "Lieu",
  className: "Classe",
  schoolYear: "Année scolaire",
  offer: "Offre",
  organisation: "Structure",
  applicationStatus: "État",
  agreementStatus: "État",
  offerStatus: "État",
  text: "Texte",
  topic: "Sujet",
  situation: "Situation",
  contactWay: "Échange",
  contactParty: "Avec",
  subject: "Objet",
  device: "Appareil",
  signInName: "Identifiant",
  provider: "Compte relié",
  welcomed: "Accueil",
  useful: "Utilité",
  day: "Jour",
  siret: "SIRET",
  mailTopic: "Sujet",
  reason: "Motif",
  act: "Acte",
  radiusKm: "Rayon en kilomètres",
  createdAt: "Depuis",
  lastSeenAt: "Dernière utilisation",
  startsOn: "Début",
  endsOn: "Fin",
};

const PROVIDER_ACCOUNTS: Record<Provider, string> = {
  educonnect: "EduConnect",
  academie: "Compte académique",
  proconnect: "ProConnect",
};

/** Codes of ours, in words. */
const IN_WORDS: Partial<Record<OwnDataField, (code: string) => string>> = {
  role: (code) => roleLabel(code as Role),
  topic: (code) => HELP_TOPIC_LABELS[code as HelpTopic],
  situation: (code) => SITUATION_LABELS[code as SituationKind],
  contactWay: (code) => CONTACT_WAY_LABELS[code as ContactWay],
  contactParty: (code) => CONTACT_PARTY_LABELS[code as ContactParty],
  applicationStatus: (code) => applicationStatusLabel(code as ApplicationStatus, "pupil").text,
  agreementStatus: (code) => agreementStatusLabel(code as AgreementStatus, "pupil").text,
  offerStatus: (code) => offerStatusLabel(code as OfferStatus, 1).text,
  provider: (code) => PROVIDER_ACCOUNTS[code as Provider],
  welcomed: (mark) => OPINION_QUESTIONS.welcomed.answers[Number(mark) as Mark],
  useful: (mark) => OPINION_QUESTIONS.useful.answers[Number(mark) as Mark],
  mailTopic: (code) => topicText(code as Topic).label,
  reason: (code) => openingReasonText(code as OpeningReason),
  act: (code) => auditActionText(code as AuditAction),
  createdAt: (instant) => frenchDateTime(new Date(instant)),
  lastSeenAt: (instant) => frenchDateTime(new Date(instant)),
};

/** One thing known, as its owner reads it; what is empty is left out. */
function readableDatum(datum: OwnDatum): { label: string; value: string }[] {
  return Object.entries(datum).flatMap(([name, value]) => {
    const field = name as OwnDataField;
    if (value === null || value === "") return [];
    const text = String(value);
    const words = IN_WORDS[field]?.(text) ?? (isCalendarDate(text) ? frenchDate(text) : text);
    return [{ label: FIELD_LABELS[field], value: words }];
  });
}

/** Where the rule speaks of many things at once, what it says of this one. */
const KIND_TERMS: Partial<Record<OwnDataKind, string>> = {
  sessions: "12 heures au plus après la connexion",
  activationCards: "7 jours après la fin de la carte",
};

export const ERASURE_REFUSALS: Record<RequestErasureFailure["code"], string> = {
  placed:
    "Vous avez une place de stage : la structure et votre lycée comptent sur vous. Vos données s’effaceront d’elles-mêmes après le stage. Si vous ne pouvez plus y aller, parlez-en d’abord à votre lycée.",
  pupils_expected:
    "Des élèves ont une place chez vous, et personne d’autre de la structure n’a de compte. Faites d’abord entrer un ou une collègue dans votre équipe.",
  last_administrator: "Ce compte est le dernier qui administre le service. Invitez d’abord quelqu’un.",
};

/** A kind in words: what it is, why it is kept, until when, and how one of it is read. */
export function describeKind(kind: OwnDataKind, reader: { isPupil: boolean }) {
  const rule = ruleOf(kind, reader);
  const until = KIND_TERMS[kind] ?? rule?.until;
  return {
    title: KIND_TITLES[kind],
    told: KIND_WORDS[kind],
    until: until ? `Effacement : ${until.charAt(0).toLowerCase()}${until.slice(1)}.` : "",
    readable: readableDatum,
  };
}
