import { useEffect } from "react";

import { asRefused, isRefused, withoutRefusal } from "./page-title.ts";

/** The title begins with the error as long as a form sent back is shown. */
export function useRefusedTitle(shown: unknown): void {
  useEffect(() => {
    if (!shown || isRefused(document.title)) return;
    document.title = asRefused(document.title);
    return () => {
      document.title = withoutRefusal(document.title);
    };
  }, [shown]);
}
