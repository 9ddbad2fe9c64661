import { useFetcher, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { frenchTime } from "#app/kernel/calendar-date.ts";
import { AUTOSAVE } from "../../forms/autosave.ts";

/** What the server answers to a draft kept in passing. */
export interface AutosaveAnswer {
  autosave: { savedAt: Date } | { failed: true };
}

const PAUSE_MS = 2000;

function draftOf(form: HTMLFormElement): FormData {
  const draft = new FormData(form);
  draft.set("intent", AUTOSAVE);
  return draft;
}

/** Sent by the browser after the page is gone; nobody reads the answer. */
function sendBehind(page: string, form: HTMLFormElement): void {
  const fields = [...draftOf(form)].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  navigator.sendBeacon(page, new URLSearchParams(fields));
}

/**
 * Keeps the draft on the server when the typing pauses or the page is left, and says so. Nothing is kept while the form itself
 * leaves: the last word is the pupil's.
 */
export function useDraftAutosave() {
  const fetcher = useFetcher<AutosaveAnswer>();
  const sending = useNavigation().formMethod !== undefined;
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const unsaved = useRef<{ page: string; form: HTMLFormElement } | null>(null);
  const cancel = () => {
    clearTimeout(pause.current);
    unsaved.current = null;
  };
  useEffect(() => {
    if (sending) cancel();
  }, [sending]);
  useEffect(() => {
    const leave = () => {
      if (unsaved.current) sendBehind(unsaved.current.page, unsaved.current.form);
      cancel();
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return {
    status: statusOf(fetcher.state === "idle" ? fetcher.data : undefined, fetcher.state !== "idle"),
    onInput: (form: HTMLFormElement) => {
      cancel();
      unsaved.current = { page: window.location.href, form };
      pause.current = setTimeout(() => {
        unsaved.current = null;
        fetcher.submit(draftOf(form), { method: "post" });
      }, PAUSE_MS);
    },
  };
}

function statusOf(answer: AutosaveAnswer | undefined, saving: boolean): string {
  if (saving) return "Enregistrement…";
  if (!answer) return "";
  if ("failed" in answer.autosave)
    return "Le brouillon n’a pas pu être enregistré : vérifiez votre connexion et gardez une copie de votre texte.";
  return `Brouillon enregistré à ${frenchTime(answer.autosave.savedAt)}`;
}
