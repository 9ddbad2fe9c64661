import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import type { NearbyOffer } from "./applications/nearby-offers.tsx";
import type { PlacementSheet } from "./placements/placement-facts.ts";
import type { PropsByName, TemplateName } from "./templates.ts";

/** Whom an e-mail is written to. */
export type Reader = "pupil" | "host" | "school" | "guardian";

export interface Sample<Props> {
  reader: Reader;
  /** Whom the e-mail greets; representatives are greeted without a name. */
  firstName: string | null;
  props: Props;
}

const link = (path: string) => `https://stage.example.org${path}`;

const PUPIL = "Inès";
const CLASS = "2de B";
const HOST = "Menuiserie Bois d’Armor";
const TITLE = "Découvrir l’atelier d’une menuiserie";
const SCHOOL = "Lycée des Quatre-Vents";
const PERIOD = { startsOn: "2027-06-17", endsOn: "2027-06-28" };
const ANSWER_BEFORE = new Date("2027-03-12T09:00:00Z");
const CONFIRM_BEFORE = new Date("2027-03-15T17:30:00Z");

const PUPIL_PAGE = link("/eleve/candidatures/0198c0de");
const HOST_PAGE = link("/employeur/candidatures/0198c0de");
const HOST_LIST = link("/employeur/candidatures");
const CLASS_PAGE = link("/etablissement/classes/0198c1a5");
const GUARDIAN_PAGE = link("/suivi/AZjA3kV0mWq7b2x9");
const SEARCH = link("/offres?lieu=Rennes&lat=48.11&lon=-1.68");

const toPupil = <Props>(props: Props): Sample<Props> => ({ reader: "pupil", firstName: PUPIL, props });
const toHost = <Props>(props: Props): Sample<Props> => ({ reader: "host", firstName: "Claire", props });
const toSchool = <Props>(props: Props): Sample<Props> => ({ reader: "school", firstName: "Sophie", props });
const toGuardian = <Props>(props: Props): Sample<Props> => ({ reader: "guardian", firstName: null, props });

const NEARBY: NearbyOffer[] = [
  {
    title: "Une semaine à la médiathèque",
    hostName: "Médiathèque des Halles",
    town: "Rennes",
    distanceKm: 1.24,
    approximate: false,
    link: link("/offres/0198c2a1"),
  },
  {
    title: "Découvrir le métier de paysagiste",
    hostName: "Jardins de l’Ille",
    town: "Betton",
    distanceKm: 8.7,
    approximate: false,
    link: link("/offres/0198c2a2"),
  },
  {
    title: "Dans les coulisses d’un laboratoire d’analyses",
    hostName: "Labo Vilaine",
    town: "Bruz",
    distanceKm: 11.3,
    approximate: true,
    link: link("/offres/0198c2a3"),
  },
];

const SEARCHES = [
  {
    description: "À moins de 30 km de Rennes (35), secteur Artisanat d’art, pour la semaine 1",
    stopLink: link("/alertes/AZjA3kV0mWq7b2x8"),
  },
  { description: "Dans toute la France, avec « lutherie »", stopLink: link("/alertes/AZjA3kV0mWq7b2x7") },
];

const SHEET: PlacementSheet = {
  offerTitle: TITLE,
  hostName: HOST,
  address: "4 rue des Ateliers, 35000 Rennes",
  period: PERIOD,
  hours: DEFAULT_HOURS_GRID,
  supervisorName: "Gwenaëlle Prigent",
  lunch: "Repas tiré du sac",
  accessNote: "Bus C4, arrêt Ateliers. Sonnez au portail vert.",
};

const OFFER = { offerTitle: TITLE, hostName: HOST, town: "Rennes" };
const CANDIDATE = { offerTitle: TITLE, pupilFirstName: PUPIL, schoolTown: "Rennes", period: PERIOD };
const ENDED = { offerTitle: TITLE, pupilFirstName: PUPIL, link: HOST_LIST };
const AGREEMENT = {
  pupilFirstName: PUPIL,
  className: CLASS,
  hostName: HOST,
  schoolName: SCHOOL,
  period: PERIOD,
};
const HOST_AGREEMENT = link("/employeur/conventions/0198c3b7");
const SCHOOL_AGREEMENT = link("/etablissement/conventions/0198c3b7");
const PUPIL_PDF = link("/eleve/conventions/0198c3b7/convention.pdf");
const ALERT = { pupilFirstName: PUPIL, className: CLASS, hostName: HOST, period: PERIOD };
const ALERTS = [
  toSchool({ ...ALERT, reader: "school" as const, link: CLASS_PAGE }),
  toGuardian({ ...ALERT, reader: "guardian" as const, link: GUARDIAN_PAGE }),
];
const OBJECTED = { offerTitle: TITLE, hostName: HOST, pupilFirstName: PUPIL, className: CLASS };

/** Something of each e-mail to look at, with invented people: a template without a sample does not compile. */
export const samples: { [Name in TemplateName]: Sample<PropsByName[Name]>[] } = {
  "application-sent": [toPupil({ ...OFFER, answerBefore: ANSWER_BEFORE, link: PUPIL_PAGE })],
  "application-sent-guardian": [
    toGuardian({
      hostName: HOST,
      town: "Rennes",
      pupilFirstName: PUPIL,
      period: PERIOD,
      link: GUARDIAN_PAGE,
    }),
  ],
  "application-received": [toHost({ ...CANDIDATE, answerBefore: ANSWER_BEFORE, link: HOST_PAGE })],
  "application-seen": [toPupil({ ...OFFER, answerBefore: ANSWER_BEFORE, link: PUPIL_PAGE })],
  "application-answer-reminder": [
    toHost({ ...CANDIDATE, day: 4, answerBefore: ANSWER_BEFORE, link: HOST_PAGE }),
    toHost({ ...CANDIDATE, day: 8, answerBefore: ANSWER_BEFORE, link: HOST_PAGE }),
  ],
  "application-declined": [toPupil({ ...OFFER, reason: "no_seat_left", nearby: NEARBY, link: SEARCH })],
  "application-accepted": [
    toPupil({ ...OFFER, period: PERIOD, confirmBefore: CONFIRM_BEFORE, link: PUPIL_PAGE }),
  ],
  "application-confirm-reminder": [
    toPupil({ ...OFFER, period: PERIOD, confirmBefore: CONFIRM_BEFORE, link: PUPIL_PAGE }),
  ],
  "application-withdrawn": [toHost(ENDED)],
  "application-objected": [
    toPupil({ ...OBJECTED, reader: "pupil", link: PUPIL_PAGE }),
    toHost({ ...OBJECTED, reader: "host", link: HOST_LIST }),
    toSchool({ ...OBJECTED, reader: "school", link: CLASS_PAGE }),
  ],
  "application-restored": [toHost({ ...CANDIDATE, answerBefore: ANSWER_BEFORE, link: HOST_PAGE })],
  "application-transferred": [
    toPupil({
      offerTitle: TITLE,
      hostName: HOST,
      newOfferTitle: "Le bureau d’études d’une menuiserie",
      newTown: "Cesson-Sévigné",
      answerBefore: ANSWER_BEFORE,
      link: PUPIL_PAGE,
    }),
  ],
  "application-released": [toHost(ENDED)],
  "application-cancelled": [toPupil({ ...OFFER, confirmed: true, nearby: NEARBY, link: SEARCH })],
  "application-expired": [toPupil({ ...OFFER, nearby: NEARBY.slice(0, 1), link: SEARCH })],
  "application-lapsed-pupil": [toPupil({ ...OFFER, nearby: NEARBY.slice(0, 2), link: SEARCH })],
  "application-lapsed-host": [toHost(ENDED)],
  "alert-matched": [
    toPupil({ offers: NEARBY, total: 8, searches: SEARCHES, link: link("/eleve/alertes") }),
    toPupil({
      offers: NEARBY.slice(0, 1),
      total: 1,
      searches: SEARCHES.slice(0, 1),
      link: link("/offres/0198c2a1"),
    }),
  ],
  "offer-published": [toHost({ ...OFFER, link: link("/employeur/offres/0198c2a0") })],
  "offer-reopened": [toPupil({ ...OFFER, link: link("/offres/0198c2a0") })],
  "agreement-to-complete": [
    toHost({ ...AGREEMENT, addressee: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, addressee: "school", link: SCHOOL_AGREEMENT }),
  ],
  "agreement-to-validate": [toSchool({ ...AGREEMENT, link: SCHOOL_AGREEMENT })],
  "agreement-changes-requested": [
    toHost({ ...AGREEMENT, addressee: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, addressee: "school", link: SCHOOL_AGREEMENT }),
  ],
  "agreement-validated": [
    toPupil({ ...AGREEMENT, reader: "pupil", link: PUPIL_PDF }),
    toHost({ ...AGREEMENT, reader: "host", link: `${HOST_AGREEMENT}/convention.pdf` }),
    toSchool({ ...AGREEMENT, reader: "school", link: `${SCHOOL_AGREEMENT}/convention.pdf` }),
  ],
  "agreement-to-sign": [
    toHost({ ...AGREEMENT, reader: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, reader: "school", link: SCHOOL_AGREEMENT }),
    toGuardian({ ...AGREEMENT, reader: "guardian", link: GUARDIAN_PAGE }),
  ],
  "agreement-signed": [
    toPupil({ ...AGREEMENT, reader: "pupil", link: PUPIL_PDF }),
    toHost({ ...AGREEMENT, reader: "host", link: `${HOST_AGREEMENT}/convention.pdf` }),
    toSchool({ ...AGREEMENT, reader: "school", link: `${SCHOOL_AGREEMENT}/convention.pdf` }),
    toGuardian({ ...AGREEMENT, reader: "guardian", link: GUARDIAN_PAGE }),
  ],
  "agreement-cancelled": [
    toHost({ ...AGREEMENT, reader: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, reader: "school", link: SCHOOL_AGREEMENT }),
  ],
  "placement-confirmed-pupil": [toPupil({ ...SHEET, link: PUPIL_PAGE })],
  "placement-confirmed-host": [
    toHost({ offerTitle: TITLE, pupilFirstName: PUPIL, period: PERIOD, link: HOST_PAGE }),
  ],
  "placement-confirmed-guardian": [
    toGuardian({
      hostName: HOST,
      town: "Rennes",
      pupilFirstName: PUPIL,
      period: PERIOD,
      hours: DEFAULT_HOURS_GRID,
      link: GUARDIAN_PAGE,
    }),
  ],
  "placement-cancelled": ALERTS,
  "placement-week-before": [toPupil({ ...SHEET, link: PUPIL_PAGE })],
  "placement-day-before": [
    toPupil({ ...SHEET, firstDay: "2027-06-17", hours: DEFAULT_HOURS_GRID[4], link: PUPIL_PAGE }),
  ],
  "placement-first-day-pupil": [toPupil({ hostName: HOST, link: link("/eleve/probleme") })],
  "placement-first-day-host": [toHost({ pupilFirstName: PUPIL, link: HOST_PAGE })],
  "placement-absence": ALERTS,
  "placement-accident": ALERTS,
  "placement-ended-pupil": [toPupil({ hostName: HOST, link: PUPIL_PAGE })],
  "placement-ended-host": [toHost({ pupilFirstName: PUPIL, link: link("/employeur/offres") })],
  "daily-digest": [
    toPupil({
      link: link("/compte/messages"),
      items: [
        {
          subject: "Votre candidature a été lue",
          summary: "L’employeur a ouvert votre candidature ; il doit encore y répondre.",
          action: { label: "Suivre ma candidature", link: PUPIL_PAGE },
        },
        {
          subject: "De nouveau disponible : Une semaine à la médiathèque",
          summary: "« Une semaine à la médiathèque » (Rennes) peut de nouveau être demandée.",
          action: { label: "Voir l’offre", link: link("/offres/0198c2a1") },
        },
      ],
    }),
  ],
  "guardian-code": [toGuardian({ code: "417283", minutes: 10, link: GUARDIAN_PAGE })],
  "guardian-link": [toGuardian({ pupilFirstName: PUPIL, link: GUARDIAN_PAGE })],
  "help-requested": [toSchool({ pupilFirstName: PUPIL, className: CLASS, link: CLASS_PAGE })],
  "address-suppressed": [
    toSchool({ whose: "pupil", people: [`${PUPIL}, ${CLASS}`], link: link("/etablissement") }),
    toSchool({
      whose: "guardian",
      people: [`${PUPIL}, ${CLASS}`, "Malo, 2de C"],
      link: link("/etablissement"),
    }),
    toSchool({ whose: "staff", people: ["Paul Moreau"], link: link("/etablissement") }),
    toHost({ whose: "host", people: ["Omar Kaci"], link: link("/employeur") }),
  ],
  "purge-announced": [toPupil({ erasedOn: "2027-09-30", link: link("/eleve") })],
};
