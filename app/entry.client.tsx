import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";

import { isAlive } from "#app/ui/shell/early-script.ts";
import { keepServerPage, onFailedHydration } from "#app/ui/shell/hydration.tsx";
import { withoutRefusal } from "#app/ui/shell/page-title.ts";

// An older browser keeps the page of the server, which works without us.
if (isAlive(document.documentElement))
  startTransition(() => {
    keepServerPage();
    // The server told of a refused form in the title, which the routes do not know of; the list of errors tells it again.
    if (document.documentElement.hasAttribute("data-refused"))
      document.title = withoutRefusal(document.title);
    const root = hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
    onFailedHydration(() => root.unmount());
  });
