import type { Period } from "#app/domain/notifications/compose/period.ts";
/** Whom an e-mail is written to. */
export type Reader = "pupil" | "host" | "school" | "guardian" | "newcomer" | "administrator";

/** What an e-mail is shown with to administrators and tests: invented people only. */
export interface Sample<Props> {
  reader: Reader;
  /** Whom the e-mail greets; those without account are greeted without a name. */
  firstName: string | null;
  props: Props;
}

export const toPupil = <Props>(props: Props): Sample<Props> => ({
  reader: "pupil",
  firstName: PUPIL,
  props,
});
export const toHost = <Props>(props: Props): Sample<Props> => ({
  reader: "host",
  firstName: "Claire",
  props,
});
export const toSchool = <Props>(props: Props): Sample<Props> => ({
  reader: "school",
  firstName: "Sophie",
  props,
});
export const toGuardian = <Props>(props: Props): Sample<Props> => ({
  reader: "guardian",
  firstName: null,
  props,
});

/** Someone who signs up, of whom nothing but the address is proven. */
export const toNewcomer = <Props>(props: Props): Sample<Props> => ({
  reader: "newcomer",
  firstName: null,
  props,
});
/** Someone invited, of whom nothing but the address is known. */
export const toAdministrator = <Props>(props: Props): Sample<Props> => ({
  reader: "administrator",
  firstName: null,
  props,
});

export const sampleLink = (path: string) => `https://stage.example.org${path}`;

export const PUPIL = "Inès";
export const CLASS = "2de B";
export const HOST = "Menuiserie Bois d’Armor";
export const TITLE = "Découvrir l’atelier d’une menuiserie";
export const PERIOD: Period = { startsOn: "2027-06-17", endsOn: "2027-06-28" };
export const ANSWER_BEFORE = new Date("2027-03-11T23:00:00Z");
export const CONFIRM_BEFORE = new Date("2027-03-14T23:00:00Z");

export const PUPIL_PAGE = sampleLink("/eleve/candidatures/0198c0de");
export const HOST_PAGE = sampleLink("/employeur/candidatures/0198c0de");
export const HOST_LIST = sampleLink("/employeur/candidatures");
export const CLASS_PAGE = sampleLink("/etablissement/classes/0198c1a5");
export const HELP_PAGE = sampleLink("/etablissement/aides/0198c1a6");
export const READ_LINK = sampleLink("/reponse/AZjA3kV0mWq7b2x6");
export const GUARDIAN_PAGE = sampleLink("/suivi/AZjA3kV0mWq7b2x9");
export const SUPERVISOR_PAGE = sampleLink("/accueil/AZjA3kV0mWq7b2x9");
export const SEARCH = sampleLink("/offres?lieu=Rennes&lat=48.11&lon=-1.68");

export const OFFER = { offerTitle: TITLE, hostName: HOST, town: "Rennes" };

export const NEARBY = [
  {
    title: "Une semaine à la médiathèque",
    hostName: "Médiathèque des Halles",
    town: "Rennes",
    distanceKm: 1.24,
    approximate: false,
    link: sampleLink("/offres/0198c2a1"),
  },
  {
    title: "Découvrir le métier de paysagiste",
    hostName: "Jardins de l’Ille",
    town: "Betton",
    distanceKm: 8.7,
    approximate: false,
    link: sampleLink("/offres/0198c2a2"),
  },
  {
    title: "Dans les coulisses d’un laboratoire d’analyses",
    hostName: "Labo Vilaine",
    town: "Bruz",
    distanceKm: 11.3,
    approximate: true,
    link: sampleLink("/offres/0198c2a3"),
  },
];
