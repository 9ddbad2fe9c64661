export const SERVICE_NAME = "Stage de seconde";

/** Where readers write about the site itself; an invented address, to be changed with the operator. */
export const SERVICE_CONTACT = "contact@example.org";

/** `<title>` of a page: "Aide – Stage de seconde"; told as an error when a form has been sent back. */
export function pageTitle(title: string, options: { hasErrors?: boolean } = {}): string {
  const told = `${title} – ${SERVICE_NAME}`;
  return options.hasErrors ? asRefused(told) : told;
}

/** A title that begins with the error, once. */
export function asRefused(title: string): string {
  return title.startsWith("Erreur : ") ? title : `Erreur : ${title}`;
}
