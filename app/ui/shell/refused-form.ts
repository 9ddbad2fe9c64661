import { useLocation } from "@remix-run/react";
import { createContext, useContext, useEffect, useState } from "react";

import { asRefused, isRefused, withoutRefusal } from "./page-title.ts";

/** Whether this document answers a form that has been sent back; in the browser, its own title says so. */
const RefusedForm = createContext(false);

export const RefusedFormProvider = RefusedForm.Provider;

/** True for the document as it arrived, until the reader goes elsewhere. */
export function useRefusedOnArrival(): boolean {
  const refused = useContext(RefusedForm);
  const { key } = useLocation();
  const [arrival] = useState(key);
  return refused && key === arrival;
}

/** The same for a form sent back without a new document: the title begins with the error as long as it is shown. */
export function useRefusedTitle(shown: unknown): void {
  useEffect(() => {
    if (!shown || isRefused(document.title)) return;
    document.title = asRefused(document.title);
    return () => {
      document.title = withoutRefusal(document.title);
    };
  }, [shown]);
}
