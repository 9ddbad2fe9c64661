export const SERVICE_NAME = "Stage de seconde";

/** `<title>` of a page: "Aide – Stage de seconde"; told as an error when what was asked has to be corrected. */
export function pageTitle(title: string, options: { hasErrors?: boolean } = {}): string {
  const told = `${title} – ${SERVICE_NAME}`;
  return options.hasErrors ? asRefused(told) : told;
}

/** `<title>` of a list, one for each of its views and pages: "Mes offres, page 2". `states` names the filter `etat`. */
export function listTitle(
  title: string,
  search: string,
  states: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(search);
  const state = states[query.get("etat") ?? ""];
  const page = Number(query.get("page") ?? 1);
  const parts = [
    title,
    state ? state.toLowerCase() : null,
    query.get("vue") === "carte" ? "sur la carte" : null,
    page > 1 ? `page ${page}` : query.has("curseur") || query.has("avant") ? "suite" : null,
  ];
  return parts.filter(Boolean).join(", ");
}

const REFUSED = "Erreur : ";

export function isRefused(title: string): boolean {
  return title.startsWith(REFUSED);
}

/** A title that begins with the error, once. */
export function asRefused(title: string): string {
  return isRefused(title) ? title : `${REFUSED}${title}`;
}

export function withoutRefusal(title: string): string {
  return isRefused(title) ? title.slice(REFUSED.length) : title;
}
