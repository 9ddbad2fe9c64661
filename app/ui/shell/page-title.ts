export const SERVICE_NAME = "Stage de seconde";

/** Where readers write about the site itself; an invented address, to be changed with the operator. */
export const SERVICE_CONTACT = "contact@example.org";

/** `<title>` of a page: "Aide – Stage de seconde"; told as an error when what was asked has to be corrected. */
export function pageTitle(title: string, options: { hasErrors?: boolean } = {}): string {
  return `${options.hasErrors ? "Erreur : " : ""}${title} – ${SERVICE_NAME}`;
}
