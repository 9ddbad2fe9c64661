import { type MouseEvent, useEffect, useRef, useState } from "react";

/** As in search.css: from there on, the filters have room in the form. */
const PHONE = "(max-width: 47.98em)";

/** Where the focus goes once the sheet is closed: back to what opened it, or to the results. */
type Leaving = "" | "resultats";

/** Filters unfold, or come as a modal sheet when they are asked for on a phone. */
export function useFilterSheet() {
  const summary = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDialogElement>(null);
  /** Their fields move into the sheet once, where they stay until they are asked for on a larger screen. */
  const [asSheet, setAsSheet] = useState(false);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const { current } = sheet;
    if (!open || !current || current.open) return;
    current.returnValue = "";
    current.showModal();
    // A press beside the sheet falls on the dialog itself.
    const closeBeside = ({ target }: Event) => (target === current ? current.close("") : undefined);
    current.addEventListener("click", closeBeside);
    return () => current.removeEventListener("click", closeBeside);
  }, [open]);

  return {
    asSheet,
    summary,
    sheet,
    onSummary: (event: MouseEvent<HTMLElement>) => {
      const isOpen = summary.current?.closest("details")?.open;
      const wanted = !isOpen && hasModals() && window.matchMedia(PHONE).matches;
      if (wanted) event.preventDefault();
      setAsSheet(wanted);
      setOpen(wanted);
    },
    onClosed: () => {
      setOpen(false);
      const results = sheet.current?.returnValue ? document.getElementById(sheet.current.returnValue) : null;
      (results ?? summary.current)?.focus();
      results?.scrollIntoView();
    },
    close: (leaving: Leaving) => sheet.current?.close(leaving),
  };
}

/** Browsers that have no modal dialog unfold the filters where they stand. */
function hasModals(): boolean {
  return "showModal" in document.createElement("dialog");
}
