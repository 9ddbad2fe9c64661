import { index, layout, route, type RouteConfig, type RouteConfigEntry } from "@remix-run/route-config";

/** The table of contents: every French address, by audience. Who may enter is decided in each module. */
/** Every address of the service. */
export const pages: RouteConfigEntry[] = [
  // Everyone: looking for an internship, understanding the service.
  index("routes/public/home.tsx"),
  route("offres", "routes/public/offers.tsx"),
  route("offres/carte", "routes/public/offers-map.ts"),
  route("offres/:offerId", "routes/public/offer.tsx"),
  route("familles", "routes/public/for-families.tsx"),
  route("employeurs", "routes/public/for-hosts.tsx"),
  route("etablissements", "routes/public/for-schools.tsx"),
  route("aide", "routes/public/help.tsx"),
  route("accessibilite", "routes/public/accessibility.tsx"),
  route("plan-du-site", "routes/public/site-plan.tsx"),
  route("mentions-legales", "routes/public/legal.tsx"),
  route("donnees-personnelles", "routes/public/privacy.tsx"),
  route("donnees-personnelles/registre", "routes/public/legal/register.tsx"),
  route("donnees-personnelles/analyse-d-impact", "routes/public/legal/impact-assessment.tsx"),
  route("conditions-utilisation", "routes/public/legal/terms.tsx"),

  // Any account: signing in and out.
  route("connexion", "routes/auth/sign-in.tsx"),
  route("connexion/code", "routes/auth/second-factor.tsx"),
  route("connexion/code/installation", "routes/auth/enrol-second-factor.tsx"),
  route("connexion/cle", "routes/auth/passkey-sign-in.tsx"),
  route("connexion/lien", "routes/auth/sign-in-link.tsx"),
  route("activation", "routes/auth/activation.tsx"),
  route("connexion/:provider", "routes/auth/federated-sign-in.tsx"),
  route("connexion/:provider/retour", "routes/auth/federated-return.tsx"),
  route("connexion/:provider/suite", "routes/auth/federated-arrival.tsx"),
  route("mot-de-passe-oublie", "routes/auth/forgotten-password.tsx"),
  route("lien/:token", "routes/auth/one-time-link.tsx"),
  route("inscription", "routes/auth/sign-up.tsx"),
  route("inscription/employeur", "routes/auth/sign-up-host.tsx"),
  route("deconnexion", "routes/auth/sign-out.tsx"),
  route("deconnexion/:provider", "routes/auth/federated-sign-out.tsx"),
  route("compte", "routes/auth/account.tsx"),
  route("compte/donnees", "routes/auth/own-data.tsx"),
  route("compte/donnees/archive", "routes/auth/own-data-archive.ts"),
  route("compte/sessions", "routes/auth/sessions.tsx"),
  route("compte/securite", "routes/auth/security.tsx"),
  route("compte/securite/cles", "routes/auth/passkeys.tsx"),
  route("compte/envoi", "routes/auth/kept-form.tsx"),
  route("notifications", "routes/messages/notifications.tsx"),
  route("desabonnement/:token", "routes/messages/unsubscribe.tsx"),
  route("alertes/:token", "routes/messages/stop-alert.tsx"),

  // Pupils: applying, confirming a place, reading their agreement.
  route("eleve", "routes/pupil/home.tsx"),
  route("offres/:offerId/candidature", "routes/pupil/apply.tsx"),
  route("offres/:offerId/vue", "routes/pupil/viewed-offer.ts"),
  route("eleve/candidatures", "routes/pupil/applications.tsx"),
  route("eleve/candidatures/:applicationId", "routes/pupil/application.tsx"),
  route("eleve/favoris", "routes/pupil/favourites.tsx"),
  route("eleve/alertes", "routes/pupil/alerts.tsx"),
  route("eleve/suggestions", "routes/pupil/suggestions.tsx"),
  route("eleve/probleme", "routes/pupil/problem.tsx"),
  route("eleve/conventions/:agreementId", "routes/pupil/agreement.tsx"),
  route("eleve/conventions/:agreementId/convention.pdf", "routes/pupil/agreement-pdf.ts"),

  // Employers: publishing offers, answering applications, filling agreements.
  route("employeur", "routes/employer/home.tsx"),
  route("employeur/offres", "routes/employer/offers.tsx"),
  route("employeur/offres/nouvelle", "routes/employer/new-offer.tsx"),
  route("employeur/offres/:offerId", "routes/employer/offer.tsx"),
  route("employeur/candidatures", "routes/employer/applications.tsx"),
  route("employeur/candidatures/:applicationId", "routes/employer/application.tsx"),
  route("employeur/candidatures/:applicationId/annuler", "routes/employer/cancel-application.tsx"),
  route("employeur/candidatures/:applicationId/transmettre", "routes/employer/transfer-application.tsx"),
  route("employeur/equipe", "routes/employer/team.tsx"),
  route("employeur/conventions", "routes/employer/agreements.tsx"),
  route("employeur/conventions/:agreementId", "routes/employer/agreement.tsx"),
  route("employeur/conventions/:agreementId/convention.pdf", "routes/employer/agreement-pdf.ts"),

  // Schools: following classes, filling and validating agreements.
  route("etablissement", "routes/school/board.tsx"),
  route("etablissement/rejoindre", "routes/school/join.tsx"),
  route("etablissement/equipe", "routes/school/team.tsx"),
  route("etablissement/equipe/:personId/second-facteur", "routes/school/lost-second-factor.tsx"),
  route("etablissement/fiche", "routes/school/profile/profile.tsx"),
  route("etablissement/fiche/apercu.pdf", "routes/school/profile/preview.ts"),
  route("etablissement/fiche/images/:kind", "routes/school/profile/image.tsx"),
  route("etablissement/fiche/images/:kind/fichier", "routes/school/profile/image-file.ts"),
  route("etablissement/cartes", "routes/school/cards.tsx"),
  route("etablissement/cartes/:classGroupId", "routes/school/class-cards.tsx"),
  route("etablissement/cartes/:classGroupId/impression", "routes/school/printed-cards.tsx"),
  route("etablissement/classes", "routes/school/classes.tsx"),
  route("etablissement/classes/:classGroupId", "routes/school/class-group.tsx"),
  route("etablissement/classes/:classGroupId/familles", "routes/school/families.tsx"),
  route("etablissement/classes/:classGroupId/eleves/nouveau", "routes/school/new-pupil.tsx"),
  route("etablissement/eleves/:pupilId", "routes/school/pupil/pupil.tsx"),
  route("etablissement/eleves/:pupilId/situation", "routes/school/pupil/situation.tsx"),
  route("etablissement/suivi", "routes/school/follow-up/day.tsx"),
  route("etablissement/conventions", "routes/school/agreements.tsx"),
  route("etablissement/conventions/:agreementId", "routes/school/agreement.tsx"),
  route("etablissement/conventions/:agreementId/convention.pdf", "routes/school/agreement-pdf.ts"),

  // Legal representatives, by their link: following the search, reading a letter, objecting.
  route("suivi/:token", "routes/guardian/follow-up.tsx"),
  route("suivi/:token/candidatures/:applicationId", "routes/guardian/application.tsx"),
  route("suivi/:token/candidatures/:applicationId/code", "routes/guardian/letter-code.tsx"),
  route("suivi/:token/candidatures/:applicationId/opposition", "routes/guardian/objection.tsx"),

  // Whoever receives a pupil, by the link to that stay: the day, what went wrong, what was seen.
  route("accueil/:token", "routes/supervisor/visit.tsx"),

  // By link: a pupil's dates, as a calendar file ("TOKEN.ics").
  route("calendrier/:file", "routes/public/calendar.ts"),

  // Administrators: what a year needs to begin; what is written to whom and what became of it; what searches understand; offers to read.
  route("admin", "routes/admin/home.tsx"),
  route("admin/campagne", "routes/admin/campaign.tsx"),
  route("admin/etablissements", "routes/admin/schools.tsx"),
  route("admin/etablissements/import", "routes/admin/import-schools.tsx"),
  route("admin/etablissements/import/:importId", "routes/admin/school-import.tsx"),
  route("admin/comptes", "routes/admin/accounts.tsx"),
  route("admin/comptes/:personId", "routes/admin/found-account.tsx"),
  route("admin/comptes/:personId/motif", "routes/admin/access/open-account.tsx"),
  route("admin/audit", "routes/admin/access/audit.tsx"),
  route("admin/connexions", "routes/admin/access/sign-in-failures.tsx"),
  route("admin/recherches", "routes/admin/searches.tsx"),
  route("admin/messages", "routes/admin/messages.tsx"),
  route("admin/messages/echecs", "routes/admin/failures.tsx"),
  route("admin/messages/non-envoyes", "routes/admin/skipped-events.tsx"),
  route("admin/messages/modeles", "routes/admin/templates.tsx"),
  route("admin/messages/modeles/:name", "routes/admin/template.tsx"),
  route("admin/messages/modeles/:name/html", "routes/admin/template-html.ts"),
  route("admin/messages/:messageId", "routes/admin/message.tsx"),
  route("admin/moderation", "routes/admin/moderation.tsx"),
  route("admin/moderation/siret", "routes/admin/siret-holder.tsx"),
  route("admin/synonymes", "routes/admin/synonyms.tsx"),
  route("admin/synonymes/:groupId", "routes/admin/synonym-group.tsx"),

  // Machines: completion of places, notices of the mail provider, search engines, state of the process.
  route("lieux", "routes/public/places.ts"),
  route("api/webhooks/courriel", "routes/machines/mail-webhooks.ts"),
  route("robots.txt", "routes/machines/robots.ts"),
  route("sitemap.xml", "routes/machines/sitemap.ts"),
  route("sitemap/:file", "routes/machines/sitemap-part.ts"),
  route(".well-known/security.txt", "routes/machines/security-contact.ts"),
  route("healthz", "routes/machines/health.ts"),
  route("readyz", "routes/machines/readiness.ts"),

  // Demonstration only: the mails that would have been sent.
  route("dev/boite-mail", "routes/dev/mailbox.tsx"),
  route("dev/boite-mail/:mailId", "routes/dev/mail.tsx"),
  route("dev/boite-mail/:mailId/html", "routes/dev/mail-html.ts"),

  route("*", "routes/public/not-found.tsx"),
];

export default [layout("routes/page-frame.tsx", pages)] satisfies RouteConfig;
