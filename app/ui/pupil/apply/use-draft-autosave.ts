import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { AUTOSAVE } from "../../forms/autosave.ts";

/** What the server answers to a draft kept in passing. */
export interface AutosaveAnswer {
  autosave: { savedAt: Date } | { failed: true };
}

const PAUSE_MS = 2000;

/**
 * Keeps the draft on the server when the typing pauses, and says so. Nothing is kept while the form itself leaves: the
 * last word is the pupil's.
 */
export function useDraftAutosave(leaving: boolean) {
  const fetcher = useFetcher<AutosaveAnswer>();
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const cancel = () => clearTimeout(pause.current);
  useEffect(() => cancel, []);
  useEffect(() => {
    if (leaving) cancel();
  }, [leaving]);
  return {
    status: statusOf(fetcher.state === "idle" ? fetcher.data : undefined, fetcher.state !== "idle"),
    onInput: (form: HTMLFormElement) => {
      cancel();
      pause.current = setTimeout(() => {
        const draft = new FormData(form);
        draft.set("intent", AUTOSAVE);
        fetcher.submit(draft, { method: "post" });
      }, PAUSE_MS);
    },
  };
}

/** The hour is that of the reader's own clock: it is told in the browser only. */
function statusOf(answer: AutosaveAnswer | undefined, saving: boolean): string {
  if (saving) return "Enregistrement…";
  if (!answer) return "";
  if ("failed" in answer.autosave)
    return "Le brouillon n’a pas pu être enregistré : vérifiez votre connexion et gardez une copie de votre texte.";
  const { savedAt } = answer.autosave;
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `Brouillon enregistré à ${twoDigits(savedAt.getHours())}:${twoDigits(savedAt.getMinutes())}`;
}
