import { useLocation, useNavigate } from "@remix-run/react";
import { type ChangeEvent, type FormEvent, useEffect, useRef } from "react";

import type { SearchQuery } from "#app/domain/search/search-filters.ts";
import { paths } from "#app/paths.ts";
import { withoutChange } from "../pupil/favourite-return.ts";

export type AskedQuery = Pick<
  SearchQuery,
  | "place"
  | "center"
  | "departments"
  | "radiusKm"
  | "sectors"
  | "family"
  | "challenges"
  | "periods"
  | "words"
  | "sort"
  | "view"
>;

/** A family that is chosen is meant whole: the sectors of before give way. */
const RIVALS: Record<string, string> = { famille: "secteur" };

/**
 * With JavaScript, a filter that is chosen applies at once, as a step that the way back undoes; the field keeps the focus
 * and the page its place. Fields follow the address when it changes by other means (a tag taken away, the way back).
 */
export function useLiveSearch(query: AskedQuery) {
  const form = useRef<HTMLFormElement>(null);
  const search = withoutChange(useLocation().search).toString();
  const shown = useRef(search);
  const pressed = useRef(false);
  const navigate = useNavigate();

  useEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    if (form.current) showIn(form.current, query);
    if (pressed.current) bringResults();
    pressed.current = false;
  }, [query, search]);

  const open = (how: "pressed" | "chosen", chosen?: HTMLSelectElement) => {
    if (!form.current) return;
    const next = paths.offers(askedIn(form.current, query, chosen));
    pressed.current = how === "pressed";
    if (how === "pressed") leaveFocus(next === paths.offers(new URLSearchParams(search)));
    navigate(next, { preventScrollReset: true });
  };
  return {
    form,
    apply: () => open("chosen"),
    onChange: ({ target }: ChangeEvent<HTMLFormElement>) => {
      const field: unknown = target;
      if (field instanceof HTMLSelectElement) open("chosen", field);
      else if (field instanceof HTMLInputElement && field.type === "checkbox") open("chosen");
    },
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      foldAway(form.current);
      open("pressed");
    },
  };
}

/**
 * What the form asks, without its empty fields. A choice just made stands alone: it takes the place of others that the
 * address held. The point of a street goes on with the name it was typed for.
 */
function askedIn(
  form: HTMLFormElement,
  { place, center }: AskedQuery,
  chosen?: HTMLSelectElement,
): URLSearchParams {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const replaced = name === chosen?.name && value !== chosen.value;
    const rival = chosen?.value && RIVALS[chosen.name] === name;
    if (typeof value === "string" && value.trim() && !replaced && !rival) asked.append(name, value.trim());
  }
  // "Search these words as words" was said of other words.
  if (asked.get("saisie") !== asked.get("q")) asked.delete("saisie");
  if (!asked.has("lieu") && asked.get("tri") === "distance") asked.delete("tri");
  if (center && (asked.get("lieu") ?? "") === (place ?? "")) {
    asked.set("lat", String(center.latitude));
    asked.set("lon", String(center.longitude));
  }
  return asked;
}

/** The page then gives the focus to what was wrong, else to the results. */
function leaveFocus(samePage: boolean): void {
  if (samePage) document.getElementById("resultats")?.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Behind its line on a phone, where results take its place; elsewhere it always shows. */
function foldAway(form: HTMLFormElement | null): void {
  const fold = form?.closest("details");
  if (fold) fold.open = false;
}

/** On a phone the form fills the screen: once the button is pressed, the results take its place. */
function bringResults(): void {
  const results = document.getElementById("resultats");
  const low = results && results.getBoundingClientRect().top > window.innerHeight * 0.7;
  if (low) results.scrollIntoView();
}

/** Writes what is asked into the fields, save the one being filled. */
function showIn(form: HTMLFormElement, query: AskedQuery): void {
  const values: Record<string, readonly string[]> = {
    lieu: [query.place ?? ""],
    rayon: [String(query.radiusKm)],
    secteur: [query.sectors[0] ?? ""],
    periode: [query.periods[0] ?? ""],
    famille: [query.family ?? ""],
    q: [query.words ?? ""],
    defi: query.challenges,
  };
  for (const field of form.elements) {
    const isText = field instanceof HTMLInputElement && field.type !== "checkbox";
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    const asked = values[field.name];
    if (!asked || field.type === "hidden" || (isText && field === document.activeElement)) continue;
    if (isText || field instanceof HTMLSelectElement) field.value = asked[0] ?? "";
    else field.checked = asked.includes(field.value);
  }
}
