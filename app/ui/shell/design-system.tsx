import { setLink } from "@codegouvfr/react-dsfr/link";
import { startReactDsfr } from "@codegouvfr/react-dsfr/spa";
import { Link } from "@remix-run/react";
import type { ComponentPropsWithoutRef } from "react";
import { useEffect } from "react";

import { forgetServerPage } from "./hydration.tsx";

function RouterLink({ href = "", ...rest }: ComponentPropsWithoutRef<"a">) {
  return <Link to={href} {...rest} />;
}

/** Must be called on the server and in the browser: both have to render the same links. */
export function registerRouterLink(): void {
  setLink({ Link: RouterLink });
}

/** Starts the library's script (theme, dialogs) once React has taken the page over. */
export function useDesignSystem(): void {
  useEffect(() => {
    forgetServerPage();
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
    startReactDsfr({ defaultColorScheme: "system", Link: RouterLink, ...(nonce ? { nonce } : {}) });
  }, []);
}
