import { SkipLinks } from "@codegouvfr/react-dsfr/SkipLinks";
import { Links, Meta, Scripts, ScrollRestoration } from "@remix-run/react";
import type { ReactNode } from "react";

import stateBrandCss from "../generated/state-brand.css?url";
import { useDesignSystem } from "./design-system.tsx";
import { earlyScript } from "./early-script.ts";
import { useNonce } from "./nonce.ts";
import { LoadingBar, usePageFocus } from "./page-focus.tsx";
import { SERVICE_NAME } from "./page-title.ts";
import { RefreshWithoutScript } from "./refresh.tsx";
import { useShellData } from "./shell-data.ts";
import { SessionEnd } from "./session-end.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { ThemeDialog } from "./theme-dialog.tsx";

const skipLinks = [
  { label: "Contenu", anchor: "#contenu" },
  { label: "Menu", anchor: "#entete" },
  { label: "Pied de page", anchor: "#pied-de-page" },
];

/** The whole HTML document: the same frame for pages and for errors. */
export function Document({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const shell = useShellData();
  useDesignSystem();
  usePageFocus();
  return (
    <html
      lang="fr"
      data-fr-scheme="system"
      data-signed-in={shell.viewer ? "" : undefined}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta property="og:site_name" content={SERVICE_NAME} />
        <meta property="og:type" content="website" />
        <meta property="og:locale" content="fr_FR" />
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: earlyScript }} />
        <Meta />
        <RefreshWithoutScript />
        <Links />
        {shell.brand === "etat" ? <link rel="stylesheet" href={stateBrandCss} /> : null}
      </head>
      <body>
        <SkipLinks id="acces-rapide" links={skipLinks} />
        <LoadingBar />
        <SiteHeader shell={shell} />
        <SessionEnd />
        <main id="contenu" role="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter shell={shell} />
        <ThemeDialog />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}
