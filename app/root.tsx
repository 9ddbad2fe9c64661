import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useRouteError, type ShouldRevalidateFunction } from "@remix-run/react";
import type { ReactNode } from "react";

import { isAutosave } from "#app/ui/forms/autosave.ts";
import { registerRouterLink } from "#app/ui/shell/design-system.tsx";
import { Document } from "#app/ui/shell/document.tsx";
import { ErrorPage, errorTitle } from "#app/ui/shell/error-page.tsx";
import { pageTitle, SERVICE_NAME } from "#app/ui/shell/page-title.ts";
import type { ShellData } from "#app/ui/shell/shell-data.ts";
import appCss from "#app/ui/styles/app.css?url";
import { appOf } from "#app/web/app-of.server.ts";
import { getViewer } from "#app/web/viewer.server.ts";

registerRouterLink();

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: appCss },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? pageTitle(errorTitle(error)) : SERVICE_NAME },
  {
    name: "description",
    content:
      "Trouver ou proposer un stage d’observation de seconde, près de chez soi, jusqu’à la convention signée.",
  },
];

export async function loader(args: LoaderFunctionArgs): Promise<ShellData> {
  const app = appOf(args);
  const { SERVICE_BRAND: brand, SERVICE_MODE: mode, CONTACT_EMAIL: contact } = app.env;
  return { brand, mode, contact, viewer: await getViewer(args.request, app) };
}

export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && !isAutosave(formData);

export function Layout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}

export default function App() {
  return <Outlet />;
}
