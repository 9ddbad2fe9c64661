import { index, route, type RouteConfig } from "@remix-run/route-config";

export default [
  index("routes/public/home.tsx"),
  route("offres", "routes/public/offers.tsx"),
  route("offres/:offerId", "routes/public/offer.tsx"),
  route("offres/:offerId/candidature", "routes/pupil/apply.tsx"),
  route("lieux", "routes/public/places.ts"),
  route("aide", "routes/public/help.tsx"),
  route("accessibilite", "routes/public/accessibility.tsx"),
  route("mentions-legales", "routes/public/legal.tsx"),
  route("donnees-personnelles", "routes/public/privacy.tsx"),

  route("connexion", "routes/auth/sign-in.tsx"),
  route("connexion/code", "routes/auth/second-factor.tsx"),
  route("deconnexion", "routes/auth/sign-out.tsx"),
  route("compte", "routes/auth/account.tsx"),

  route("employeur", "routes/employer/home.tsx"),
  route("employeur/offres", "routes/employer/offers.tsx"),
  route("employeur/offres/nouvelle", "routes/employer/new-offer.tsx"),
  route("employeur/offres/:offerId", "routes/employer/offer.tsx"),
  route("employeur/candidatures", "routes/employer/applications.tsx"),
  route("employeur/candidatures/:applicationId", "routes/employer/application.tsx"),

  route("employeur/conventions", "routes/employer/agreements.tsx"),
  route("employeur/conventions/:agreementId", "routes/employer/agreement.tsx"),
  route("employeur/conventions/:agreementId/convention.pdf", "routes/employer/agreement-pdf.ts"),
  route("eleve/conventions/:agreementId", "routes/pupil/agreement.tsx"),
  route("eleve/conventions/:agreementId/convention.pdf", "routes/pupil/agreement-pdf.ts"),

  route("etablissement", "routes/school/board.tsx"),
  route("etablissement/classes/:classGroupId", "routes/school/class-group.tsx"),
  route("etablissement/conventions", "routes/school/agreements.tsx"),
  route("etablissement/conventions/:agreementId", "routes/school/agreement.tsx"),
  route("etablissement/conventions/:agreementId/convention.pdf", "routes/school/agreement-pdf.ts"),

  route("dev/boite-mail", "routes/dev/mailbox.tsx"),
  route("dev/boite-mail/:mailId", "routes/dev/mail.tsx"),
  route("dev/boite-mail/:mailId/html", "routes/dev/mail-html.ts"),

  route("eleve", "routes/pupil/home.tsx"),
  route("eleve/candidatures", "routes/pupil/applications.tsx"),
  route("eleve/candidatures/:id", "routes/pupil/application.tsx"),

  route("healthz", "routes/machines/health.ts"),
  route("readyz", "routes/machines/readiness.ts"),

  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;
