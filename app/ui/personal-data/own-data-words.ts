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
import { roleLabel } from "../messages/accounts/roles.ts";
import type { SituationKind } from "#app/domain/follow-up/situations/situation.ts";
import { agreementStatusLabel } from "../messages/agreements.ts";
import { applicationStatusLabel } from "../messages/applications.ts";
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
  savedSearches: "Vos alertes",
  helpRequests: "Vos demandes d’aide",
  situations: "Vos dispenses et accueils au lycée",
  helpMessages: "Les messages échangés dans les demandes d’aide",
  offers: "Les offres que vous avez écrites",
  messages: "Les messages que vous avez reçus",
  sessions: "Les appareils où votre compte est ouvert",
  emailChanges: "Les changements d’adresse que vous avez demandés",
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
  subject: "Objet",
  device: "Appareil",
  radiusKm: "Rayon en kilomètres",
  createdAt: "Depuis",
  lastSeenAt: "Dernière utilisation",
  startsOn: "Début",
  endsOn: "Fin",
};

/** Codes of ours, in words. */
const IN_WORDS: Partial<Record<OwnDataField, (code: string) => string>> = {
  role: (code) => roleLabel(code as Role),
  topic: (code) => HELP_TOPIC_LABELS[code as HelpTopic],
  situation: (code) => SITUATION_LABELS[code as SituationKind],
  applicationStatus: (code) => applicationStatusLabel(code as ApplicationStatus, "pupil").text,
  agreementStatus: (code) => agreementStatusLabel(code as AgreementStatus, "pupil").text,
  offerStatus: (code) => offerStatusLabel(code as OfferStatus, 1).text,
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
  return {
    title: KIND_TITLES[kind],
    why: rule?.why ?? "",
    until: rule ? `Effacement : ${rule.until.charAt(0).toLowerCase()}${rule.until.slice(1)}.` : "",
    readable: readableDatum,
  };
}
