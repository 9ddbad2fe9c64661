export const SERVICE_NAME = "Stage de seconde";

/** `<title>` of a page: "Aide – Stage de seconde"; told as an error when what was asked has to be corrected. */
export function pageTitle(title: string, options: { hasErrors?: boolean } = {}): string {
  const told = `${title} – ${SERVICE_NAME}`;
  return options.hasErrors ? asRefused(told) : told;
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
