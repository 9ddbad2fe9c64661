/** Asks `/offres` to begin where a pupil's search would: around their school. */
export const FROM_SCHOOL = "depart";

/** The only place that spells a URL of ours. */
export const paths = {
  home: () => "/",
  offers: (query: Query | URLSearchParams = {}) => withQuery("/offres", query),
  offersFromSchool: () => withQuery("/offres", { [FROM_SCHOOL]: "lycee" }),
  ideas: () => "/offres/idees",
  offersMap: (query: URLSearchParams) => withQuery("/offres/carte", query),
  offer: (offerId: string, query: Query = {}) => withQuery(`/offres/${offerId}`, query),
  /** Where the browser tells that the page of an offer has been shown. */
  viewedOffer: (offerId: string) => `/offres/${offerId}/vue`,
  apply: (offerId: string, query: { lettre?: string } & Done<"apply"> = {}) =>
    withQuery(`/offres/${offerId}/candidature`, query),
  places: (text?: string) => withQuery("/lieux", { q: text }),
  mailNotices: () => "/api/webhooks/courriel",
  sitemap: () => "/sitemap.xml",
  pagesSitemap: () => "/sitemap/pages.xml",
  offersSitemap: (day: string) => `/sitemap/offres-${day}.xml`,
  signIn: (query: { retour?: string } & Done<"signIn"> = {}) => withQuery("/connexion", query),
  secondFactor: (returnTo?: string) => withQuery("/connexion/code", { retour: returnTo }),
  enrolSecondFactor: (returnTo?: string) => withQuery("/connexion/code/installation", { retour: returnTo }),
  passkeySignIn: (returnTo?: string) => withQuery("/connexion/cle", { retour: returnTo }),
  /** Ways in by a federation: where the browser leaves, where it comes back, what is left to choose, and the way out. */
  federatedSignIn: (provider: string, query: { retour?: string } = {}) =>
    withQuery(`/connexion/${provider}`, query),
  federatedReturn: (provider: string) => `/connexion/${provider}/retour`,
  federatedArrival: (provider: string) => `/connexion/${provider}/suite`,
  federatedSignOut: (provider: string) => `/deconnexion/${provider}`,
  signUp: () => "/inscription",
  signUpHost: (query: Done<"signUpHost"> = {}) => withQuery("/inscription/employeur", query),
  activation: (query: Done<"activation"> = {}) => withQuery("/activation", query),
  forgottenPassword: (query: Done<"forgottenPassword"> = {}) => withQuery("/mot-de-passe-oublie", query),
  signInLink: (query: Done<"signInLink"> = {}) => withQuery("/connexion/lien", query),
  oneTimeLinks: () => "/lien",
  oneTimeLink: (token: string, query: Done<"oneTimeLink"> = {}) => withQuery(`/lien/${token}`, query),
  signOut: () => "/deconnexion",
  account: (query: Done<"account"> = {}) => withQuery("/compte", query),
  passkeys: (query: Done<"passkeys"> = {}) => withQuery("/compte/securite/cles", query),
  security: (query: Done<"security"> = {}) => withQuery("/compte/securite", query),
  ownData: () => "/compte/donnees",
  ownDataArchive: () => "/compte/donnees/archive",
  sessions: (query: Done<"sessions"> = {}) => withQuery("/compte/sessions", query),
  keptForm: () => "/compte/envoi",
  notifications: (query: { curseur?: string } & Done<"notifications"> = {}) =>
    withQuery("/notifications", query),
  unsubscribe: (token: string) => `/desabonnement/${token}`,
  stopAlert: (token: string) => `/alertes/${token}`,
  /** Where an adult says in one tap that they have read a request for help. */
  readHelp: (token: string) => `/reponse/${token}`,
  calendar: (token: string) => `/calendrier/${token}.ics`,
  /** An appointment of an adult of the school, as a calendar file. */
  slot: (token: string) => `/rendez-vous/${token}.ics`,
  /** Where the host of an internship found elsewhere answers, by its link. */
  found: (token: string, query: Done<"found"> = {}) => withQuery(`/stage-trouve/${token}`, query),
  foundPdf: (token: string) => `/stage-trouve/${token}/convention.pdf`,
  /** Pages of a legal representative, opened by the token of their link. */
  guardianFollowUp: (token: string, query: Query = {}) => withQuery(`/suivi/${token}`, query),
  guardianApplication: (token: string, id: string, query: Done<"guardianApplication"> = {}) =>
    withQuery(`/suivi/${token}/candidatures/${id}`, query),
  guardianCode: (token: string, id: string, query: Done<"guardianCode"> = {}) =>
    withQuery(`/suivi/${token}/candidatures/${id}/code`, query),
  guardianObjection: (token: string, id: string) => `/suivi/${token}/candidatures/${id}/opposition`,
  help: () => "/aide",
  /** What the service does for each audience, and how to get in: for whoever has no account there. */
  forFamilies: () => "/familles",
  forHosts: () => "/employeurs",
  forSchools: () => "/etablissements",
  accessibility: () => "/accessibilite",
  sitePlan: () => "/plan-du-site",
  legal: () => "/mentions-legales",
  privacy: () => "/donnees-personnelles",
  processingRegister: () => "/donnees-personnelles/registre",
  impactAssessment: () => "/donnees-personnelles/analyse-d-impact",
  terms: () => "/conditions-utilisation",
  securityContact: () => "/.well-known/security.txt",
  pupil: {
    home: (query: Done<"pupilHome"> = {}) => withQuery("/eleve", query),
    applications: () => "/eleve/candidatures",
    application: (id: string, query: { retirer?: string } & Done<"pupilApplication"> = {}) =>
      withQuery(`/eleve/candidatures/${id}`, query),
    favourites: (query: { retire?: string } & Done<"favourites"> = {}) => withQuery("/eleve/favoris", query),
    alerts: (query: Done<"alerts"> = {}) => withQuery("/eleve/alertes", query),
    found: (query: Done<"foundInternships"> = {}) => withQuery("/eleve/stage-trouve", query),
    suggestions: (query: { surprise?: string } = {}) => withQuery("/eleve/suggestions", query),
    heldSeats: (query: Done<"heldSeats"> = {}) => withQuery("/eleve/places-gardees", query),
    problem: (query: Done<"problem"> = {}) => withQuery("/eleve/probleme", query),
    helpRequest: (id: string, query: Done<"ownHelpRequest"> = {}) =>
      withQuery(`/eleve/probleme/${id}`, query),
    stay: (id: string, query: Done<"pupilStay"> = {}) => withQuery(`/eleve/stages/${id}`, query),
    stayAttestation: (id: string) => `/eleve/stages/${id}/attestation.pdf`,
    agreement: (id: string) => `/eleve/conventions/${id}`,
    agreementPdf: (id: string) => `/eleve/conventions/${id}/convention.pdf`,
  },
  /** Pages of whoever receives a pupil, opened by the token of the link to that stay. */
  supervisor: {
    visit: (token: string, query: Done<"supervisorVisit"> = {}) => withQuery(`/accueil/${token}`, query),
  },
  employer: {
    home: () => "/employeur",
    offers: (query: { page?: string } & Done<"hostOffers"> = {}) => withQuery("/employeur/offres", query),
    offer: (id: string, query: Done<"hostOffer"> = {}) => withQuery(`/employeur/offres/${id}`, query),
    newOffer: (query: { brouillon?: string; etape?: string; revoir?: string; structure?: string } = {}) =>
      withQuery("/employeur/offres/nouvelle", query),
    applications: (query: { etat?: string; page?: string } = {}) =>
      withQuery("/employeur/candidatures", query),
    application: (id: string, query: Done<"hostApplication"> = {}) =>
      withQuery(`/employeur/candidatures/${id}`, query),
    cancelApplication: (id: string) => `/employeur/candidatures/${id}/annuler`,
    transferApplication: (id: string) => `/employeur/candidatures/${id}/transmettre`,
    team: (query: Done<"team"> = {}) => withQuery("/employeur/equipe", query),
    agreements: (query: Query = {}) => withQuery("/employeur/conventions", query),
    agreement: (id: string, query: Done<"agreement"> = {}) =>
      withQuery(`/employeur/conventions/${id}`, query),
    agreementPdf: (id: string) => `/employeur/conventions/${id}/convention.pdf`,
  },
  school: {
    home: (query: BoardQuery & Done<"schoolBoard"> = {}) => withQuery("/etablissement", query),
    /** `choix`: pupils, once each; `envoi`: those just written to. */
    reminders: (query: { envoi?: string } | URLSearchParams = {}) =>
      withQuery("/etablissement/encouragements", query),
    boardExport: (query: BoardQuery = {}) => withQuery("/etablissement/export", query),
    classGroup: (id: string, query: Done<"classGroup"> = {}) =>
      withQuery(`/etablissement/classes/${id}`, query),
    classes: (query: Done<"classes"> = {}) => withQuery("/etablissement/classes", query),
    newPupil: (classGroupId: string, query: Done<"newPupil"> = {}) =>
      withQuery(`/etablissement/classes/${classGroupId}/eleves/nouveau`, query),
    /** Names are searched for by a form that is posted: none enters an address. */
    pupils: (query: { filtre?: string; curseur?: string } = {}) => withQuery("/etablissement/eleves", query),
    /** `etablissement`: the one of several schools that is sent a list. */
    sendRoster: (query: { etablissement?: string } = {}) => withQuery("/etablissement/eleves/import", query),
    rosterImport: (id: string, query: { actualiser?: "non" } & Done<"rosterImport"> = {}) =>
      withQuery(`/etablissement/eleves/import/${id}`, query),
    rosterProblems: (id: string) => `/etablissement/eleves/import/${id}/erreurs.csv`,
    cards: () => "/etablissement/cartes",
    classCards: (classGroupId: string, query: Done<"classCards"> = {}) =>
      withQuery(`/etablissement/cartes/${classGroupId}`, query),
    printedCards: (classGroupId: string) => `/etablissement/cartes/${classGroupId}/impression`,
    cardSheet: (classGroupId: string) => `/etablissement/cartes/${classGroupId}/cartes.pdf`,
    join: (query: { q?: string; demande?: string } & Done<"joinSchool"> = {}) =>
      withQuery("/etablissement/rejoindre", query),
    team: (query: { classe?: string } & Done<"schoolTeam"> = {}) => withQuery("/etablissement/equipe", query),
    /** The school of whoever keeps several: `etablissement`, its UAI. */
    profile: (query: { etablissement?: string } & Done<"schoolProfile"> = {}) =>
      withQuery("/etablissement/fiche", query),
    profilePreview: (uai: string) => withQuery("/etablissement/fiche/apercu.pdf", { etablissement: uai }),
    profileImage: (kind: string, uai: string) =>
      withQuery(`/etablissement/fiche/images/${kind}`, { etablissement: uai }),
    profileImageFile: (kind: string, query: { etablissement: string; v: string }) =>
      withQuery(`/etablissement/fiche/images/${kind}/fichier`, query),
    toReplace: (query: Done<"toReplace"> = {}) => withQuery("/etablissement/a-replacer", query),
    lostSecondFactor: (personId: string) => `/etablissement/equipe/${personId}/second-facteur`,
    families: (classGroupId: string, query: Done<"families"> = {}) =>
      withQuery(`/etablissement/classes/${classGroupId}/familles`, query),
    pupil: (id: string, query: Done<"followedPupil"> = {}) => withQuery(`/etablissement/eleves/${id}`, query),
    hosts: (query: HostsQuery & { curseur?: string } & Done<"hosts"> = {}) =>
      withQuery("/etablissement/employeurs", query),
    hostsExport: (query: HostsQuery = {}) => withQuery("/etablissement/employeurs/export", query),
    foundInternships: (pupilId: string, query: Done<"foundInternships"> = {}) =>
      withQuery(`/etablissement/eleves/${pupilId}/stage-trouve`, query),
    pupilSituation: (id: string) => `/etablissement/eleves/${id}/situation`,
    pupilReferents: (id: string) => `/etablissement/eleves/${id}/suivi`,
    /** `modifier`: one's own exchange or note, to write again. */
    pupilContact: (id: string, query: { modifier?: string } = {}) =>
      withQuery(`/etablissement/eleves/${id}/echanges`, query),
    pupilNote: (id: string, query: { modifier?: string } = {}) =>
      withQuery(`/etablissement/eleves/${id}/notes`, query),
    /** `jour`: a day of the internship, today when it is left out. */
    followUp: (query: { jour?: string; classe?: string } & Done<"followUp"> = {}) =>
      withQuery("/etablissement/suivi", query),
    classSkills: (id: string) => `/etablissement/suivi/classes/${id}`,
    followedStay: (id: string, query: Done<"followedStay"> = {}) =>
      withQuery(`/etablissement/suivi/stages/${id}`, query),
    agreements: (query: { etat?: string; curseur?: string } = {}) =>
      withQuery("/etablissement/conventions", query),
    agreement: (id: string, query: Done<"agreement"> = {}) =>
      withQuery(`/etablissement/conventions/${id}`, query),
    helpRequests: (query: { etat?: string; classe?: string } = {}) =>
      withQuery("/etablissement/aides", query),
    helpRequest: (id: string, query: Done<"helpRequest"> = {}) =>
      withQuery(`/etablissement/aides/${id}`, query),
    agreementPdf: (id: string) => `/etablissement/conventions/${id}/convention.pdf`,
  },
  admin: {
    home: () => "/admin",
    /** `annee`: a school year, or "nouvelle". */
    campaign: (query: { annee?: string } & Done<"campaign"> = {}) => withQuery("/admin/campagne", query),
    schools: (query: { q?: string; page?: string } = {}) => withQuery("/admin/etablissements", query),
    importSchools: () => "/admin/etablissements/import",
    schoolImport: (id: string, query: { actualiser?: "non" } & Done<"schoolImport"> = {}) =>
      withQuery(`/admin/etablissements/import/${id}`, query),
    accounts: () => "/admin/comptes",
    foundAccount: (personId: string, query: Done<"foundAccount"> = {}) =>
      withQuery(`/admin/comptes/${personId}`, query),
    /** Asks why before an account is read; then back to what was asked for. */
    openAccount: (personId: string, retour?: string) =>
      withQuery(`/admin/comptes/${personId}/motif`, { retour }),
    audit: (query: Query = {}) => withQuery("/admin/audit", query),
    signInFailures: (query: Query = {}) => withQuery("/admin/connexions", query),
    searches: (query: Query = {}) => withQuery("/admin/recherches", query),
    messages: (query: Query = {}) => withQuery("/admin/messages", query),
    message: (id: string) => `/admin/messages/${id}`,
    skippedEvents: (query: Query = {}) => withQuery("/admin/messages/non-envoyes", query),
    failures: (query: (Query & Done<"failures">) | URLSearchParams = {}) =>
      withQuery("/admin/messages/echecs", query),
    templates: () => "/admin/messages/modeles",
    template: (name: string, query: Query = {}) => withQuery(`/admin/messages/modeles/${name}`, query),
    templateHtml: (name: string, query: Query = {}) =>
      withQuery(`/admin/messages/modeles/${name}/html`, query),
    moderation: (query: Done<"moderation"> = {}) => withQuery("/admin/moderation", query),
    siretHolder: (query: { siret?: string } & Done<"siretHolder"> = {}) =>
      withQuery("/admin/moderation/siret", query),
    synonyms: (query: Query & Done<"synonyms"> = {}) => withQuery("/admin/synonymes", query),
    synonymGroup: (id: string, query: Query = {}) => withQuery(`/admin/synonymes/${id}`, query),
  },
  mailbox: {
    list: (address?: string, before?: string) => withQuery("/dev/boite-mail", { a: address, avant: before }),
    mail: (id: string) => `/dev/boite-mail/${id}`,
    html: (id: string) => `/dev/boite-mail/${id}/html`,
  },
};

/** What the page that follows tells was just done (`?fait=…`): each page knows codes of its own. */
export const DONE_CODES = {
  signIn: ["deconnexion", "administration", "effacement", "adresse-changee"],
  signUpHost: ["envoye"],
  forgottenPassword: ["envoye", "deja-envoye", "changement-arrete"],
  team: ["acceptee", "refusee"],
  signInLink: ["envoye", "deja-envoye"],
  oneTimeLink: ["renouvele", "invite", "transmise", "accord"],
  joinSchool: ["envoye", "demande"],
  schoolTeam: ["invite", "retire", "facteur", "acceptee", "refusee", "remplacee"],
  schoolProfile: ["enregistree", "image", "image-retiree"],
  toReplace: ["gardees", "liberee"],
  heldSeats: ["refusee"],
  hosts: ["note", "note-supprimee"],
  found: ["confirme", "enregistre"],
  foundInternships: ["envoye", "renvoye", "annule"],
  classes: ["ajoutee", "effectif", "confiee", "retiree"],
  newPupil: ["ajoute"],
  rosterImport: ["envoye", "colonnes", "confirme", "abandonne"],
  classCards: ["annule"],
  activation: ["active", "adresse"],
  account: ["messages", "adresse", "adresse-confirmee", "delie", "structure-quittee"],
  passkeys: ["ajoutee", "supprimee"],
  security: ["mot-de-passe", "adresse-demandee", "adresse-annulee", "adresse-confirmee", "adresse-changee"],
  sessions: ["deconnecte", "deconnectes"],
  notifications: ["tout-lu"],
  guardianApplication: ["opposition", "opposition-annulee", "fermee"],
  guardianCode: ["envoye"],
  pupilHome: ["agenda"],
  apply: ["composee", "brouillon"],
  pupilApplication: ["envoyee", "deja-envoyee", "confirmee", "reprise", "retiree", "avis"],
  favourites: ["oubliees"],
  alerts: ["create", "stop", "restart", "delete", "frequency"],
  problem: ["envoye"],
  ownHelpRequest: ["envoye"],
  helpRequest: ["lue", "repondue", "close", "rouverte"],
  hostOffers: ["brouillon", "supprime"],
  hostOffer: ["publiee", "examen", "pause", "reprise", "limite"],
  hostApplication: ["acceptee", "refusee", "refus-annule", "annulee", "annulee-en-pause", "transmise"],
  agreement: ["validee", "validation-annulee", "modification", "enregistree"],
  schoolBoard: ["familles", "rendu"],
  followedPupil: [
    "situation",
    "situation-annulee",
    "echange",
    "echange-fait",
    "echange-manque",
    "note",
    "retire",
    "remis",
    "renvoye",
    "corrige",
    "confie",
    "suivi-repris",
  ],
  classGroup: ["lue", "traitee", "rouverte"],
  families: ["envoye", "remplace"],
  followUp: ["note"],
  supervisorVisit: ["note"],
  followedStay: ["grille", "lien-envoye", "lien-remplace", "lien-ferme"],
  pupilStay: ["journal", "grille"],
  failures: ["renvoyer", "laisser"],
  moderation: ["approuvee", "refusee"],
  siretHolder: ["detache", "rendu"],
  campaign: ["creee", "modifiee"],
  foundAccount: ["retire", "deconnecte"],
  schoolImport: ["envoye", "abandonne"],
  synonyms: ["ajoute", "modifie", "supprime"],
} as const;

export type DonePage = keyof typeof DONE_CODES;
export type DoneCode<On extends DonePage> = (typeof DONE_CODES)[On][number];
type Done<On extends DonePage> = { fait?: DoneCode<On> };

type Query = Record<string, string | undefined>;
/** Which hosts a school remembers: words, a school year. */
type HostsQuery = { q?: string | undefined; annee?: string | undefined };
/** What the board of a school shows, in which order, and after whom. */
type BoardQuery = {
  classe?: string | undefined;
  situation?: string | undefined;
  nom?: string | undefined;
  tri?: string | undefined;
  apres?: string;
};

function withQuery(path: string, query: Query | URLSearchParams): string {
  const parameters =
    query instanceof URLSearchParams
      ? query
      : new URLSearchParams(
          Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
        );
  // Its `size` is younger than the phones that read our pages.
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** A path of this site given by a visitor, fit for a header, or the fallback: never another site's address. */
export function localPath(candidate: string | null, fallback: string): string {
  const site = "http://site.invalid";
  const url = candidate?.startsWith("/") ? readUrl(candidate, site) : null;
  if (!url) return fallback;
  const { origin, pathname, search, hash } = url;
  return origin === site && !pathname.startsWith("//") ? pathname + search + hash : fallback;
}

/** The legal representative's link that a path of ours leads to; null for any other path. */
export function guardianTokenIn(path: string): string | null {
  return /^\/suivi\/([\w-]+)/.exec(path)?.[1] ?? null;
}

/** What an address says was just done on this page; null for whatever else was written there. */
export function doneOn<On extends DonePage>(page: On, query: URLSearchParams): DoneCode<On> | null {
  const codes: { readonly [Page in DonePage]: readonly DoneCode<Page>[] } = DONE_CODES;
  const told = query.get("fait");
  return codes[page].find((code) => code === told) ?? null;
}

function readUrl(text: string, base: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
