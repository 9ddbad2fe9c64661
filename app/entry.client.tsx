import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";

import { withoutRefusal } from "#app/ui/shell/page-title.ts";

startTransition(() => {
  // The server told of a refused form in the title, which the routes do not know of; the list of errors tells it again.
  document.title = withoutRefusal(document.title);
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
