import { index, route, type RouteConfig } from "@remix-run/route-config";

export default [
  index("routes/public/home.tsx"),
  route("aide", "routes/public/help.tsx"),
  route("accessibilite", "routes/public/accessibility.tsx"),
  route("mentions-legales", "routes/public/legal.tsx"),
  route("donnees-personnelles", "routes/public/privacy.tsx"),

  route("connexion", "routes/auth/sign-in.tsx"),
  route("connexion/code", "routes/auth/second-factor.tsx"),
  route("deconnexion", "routes/auth/sign-out.tsx"),
  route("compte", "routes/auth/account.tsx"),

  route("dev/boite-mail", "routes/dev/mailbox.tsx"),
  route("dev/boite-mail/:mailId", "routes/dev/mail.tsx"),
  route("dev/boite-mail/:mailId/html", "routes/dev/mail-html.ts"),

  route("healthz", "routes/machines/health.ts"),
  route("readyz", "routes/machines/readiness.ts"),

  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;
