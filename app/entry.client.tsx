import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";

import { isRefused } from "#app/ui/shell/page-title.ts";
import { RefusedFormProvider } from "#app/ui/shell/refused-form.ts";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RefusedFormProvider value={isRefused(document.title)}>
        <RemixBrowser />
      </RefusedFormProvider>
    </StrictMode>,
  );
});
