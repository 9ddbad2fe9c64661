import { index, route, type RouteConfig } from "@remix-run/route-config";

export default [
  index("routes/public/home.tsx"),
  route("aide", "routes/public/help.tsx"),
  route("accessibilite", "routes/public/accessibility.tsx"),
  route("mentions-legales", "routes/public/legal.tsx"),
  route("donnees-personnelles", "routes/public/privacy.tsx"),
  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;
