/** The only place that spells a URL of ours. */
export const paths = {
  home: () => "/",
  offers: (query: Query | URLSearchParams = {}) => withQuery("/offres", query),
  offersMap: (query: URLSearchParams) => withQuery("/offres/carte", query),
  offer: (offerId: string, query: Query = {}) => withQuery(`/offres/${offerId}`, query),
  /** Where the browser tells that the page of an offer has been shown. */
  viewedOffer: (offerId: string) => `/offres/${offerId}/vue`,
  apply: (offerId: string, query: Query = {}) => withQuery(`/offres/${offerId}/candidature`, query),
  places: (text?: string) => withQuery("/lieux", { q: text }),
  mailNotices: () => "/api/webhooks/courriel",
  sitemap: () => "/sitemap.xml",
  pagesSitemap: () => "/sitemap/pages.xml",
  offersSitemap: (day: string) => `/sitemap/offres-${day}.xml`,
  signIn: (returnTo?: string) => withQuery("/connexion", { retour: returnTo }),
  secondFactor: (returnTo?: string) => withQuery("/connexion/code", { retour: returnTo }),
  signOut: () => "/deconnexion",
  account: (query: { fait?: string } = {}) => withQuery("/compte", query),
  notifications: (query: { curseur?: string; fait?: string } = {}) => withQuery("/notifications", query),
  unsubscribe: (token: string) => `/desabonnement/${token}`,
  stopAlert: (token: string) => `/alertes/${token}`,
  calendar: (token: string) => `/calendrier/${token}.ics`,
  /** Pages of a legal representative, opened by the token of their link. */
  guardianFollowUp: (token: string, query: Query = {}) => withQuery(`/suivi/${token}`, query),
  guardianApplication: (token: string, id: string, query: Query = {}) =>
    withQuery(`/suivi/${token}/candidatures/${id}`, query),
  guardianCode: (token: string, id: string) => `/suivi/${token}/candidatures/${id}/code`,
  guardianObjection: (token: string, id: string) => `/suivi/${token}/candidatures/${id}/opposition`,
  help: () => "/aide",
  accessibility: () => "/accessibilite",
  legal: () => "/mentions-legales",
  privacy: () => "/donnees-personnelles",
  pupil: {
    home: () => "/eleve",
    applications: () => "/eleve/candidatures",
    application: (id: string, query: Query = {}) => withQuery(`/eleve/candidatures/${id}`, query),
    favourites: (query: Query = {}) => withQuery("/eleve/favoris", query),
    alerts: (query: Query = {}) => withQuery("/eleve/alertes", query),
    suggestions: (query: { surprise?: string } = {}) => withQuery("/eleve/suggestions", query),
    problem: (query: Query = {}) => withQuery("/eleve/probleme", query),
    agreement: (id: string) => `/eleve/conventions/${id}`,
    agreementPdf: (id: string) => `/eleve/conventions/${id}/convention.pdf`,
  },
  employer: {
    home: () => "/employeur",
    offers: (query: { page?: string; fait?: string } = {}) => withQuery("/employeur/offres", query),
    offer: (id: string, query: { fait?: string } = {}) => withQuery(`/employeur/offres/${id}`, query),
    newOffer: (query: { brouillon?: string; etape?: string; revoir?: string; structure?: string } = {}) =>
      withQuery("/employeur/offres/nouvelle", query),
    applications: (query: { etat?: string; page?: string } = {}) =>
      withQuery("/employeur/candidatures", query),
    application: (id: string, query: { fait?: string } = {}) =>
      withQuery(`/employeur/candidatures/${id}`, query),
    cancelApplication: (id: string) => `/employeur/candidatures/${id}/annuler`,
    transferApplication: (id: string) => `/employeur/candidatures/${id}/transmettre`,
    agreements: (query: Query = {}) => withQuery("/employeur/conventions", query),
    agreement: (id: string, query: Query = {}) => withQuery(`/employeur/conventions/${id}`, query),
    agreementPdf: (id: string) => `/employeur/conventions/${id}/convention.pdf`,
  },
  school: {
    home: (query: Query = {}) => withQuery("/etablissement", query),
    classGroup: (id: string, query: Query = {}) => withQuery(`/etablissement/classes/${id}`, query),
    families: (classGroupId: string, query: Query = {}) =>
      withQuery(`/etablissement/classes/${classGroupId}/familles`, query),
    agreements: (query: { etat?: string; curseur?: string } = {}) =>
      withQuery("/etablissement/conventions", query),
    agreement: (id: string, query: Query = {}) => withQuery(`/etablissement/conventions/${id}`, query),
    agreementPdf: (id: string) => `/etablissement/conventions/${id}/convention.pdf`,
  },
  admin: {
    home: () => "/admin",
    searches: (query: Query = {}) => withQuery("/admin/recherches", query),
    messages: (query: Query = {}) => withQuery("/admin/messages", query),
    message: (id: string) => `/admin/messages/${id}`,
    silences: (query: Query = {}) => withQuery("/admin/messages/silences", query),
    failures: (query: Query | URLSearchParams = {}) => withQuery("/admin/messages/echecs", query),
    templates: () => "/admin/messages/modeles",
    template: (name: string, query: Query = {}) => withQuery(`/admin/messages/modeles/${name}`, query),
    templateHtml: (name: string, query: Query = {}) =>
      withQuery(`/admin/messages/modeles/${name}/html`, query),
    synonyms: (query: Query = {}) => withQuery("/admin/synonymes", query),
    synonymGroup: (id: string, query: Query = {}) => withQuery(`/admin/synonymes/${id}`, query),
  },
  mailbox: {
    list: (address?: string, before?: string) => withQuery("/dev/boite-mail", { a: address, avant: before }),
    mail: (id: string) => `/dev/boite-mail/${id}`,
    html: (id: string) => `/dev/boite-mail/${id}/html`,
  },
};

type Query = Record<string, string | undefined>;

function withQuery(path: string, query: Query | URLSearchParams): string {
  const parameters =
    query instanceof URLSearchParams
      ? query
      : new URLSearchParams(
          Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
        );
  return parameters.size > 0 ? `${path}?${parameters.toString()}` : path;
}

/** A path of this site given by a visitor, fit for a header, or the fallback: never another site's address. */
export function localPath(candidate: string | null, fallback: string): string {
  const site = "http://site.invalid";
  if (!candidate?.startsWith("/") || !URL.canParse(candidate, site)) return fallback;
  const { origin, pathname, search, hash } = new URL(candidate, site);
  return origin === site && !pathname.startsWith("//") ? pathname + search + hash : fallback;
}
