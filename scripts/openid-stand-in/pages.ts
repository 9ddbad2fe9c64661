import type { StandInPerson } from "./people.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function page(title: string, body: string): string {
  return (
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>` +
    `<body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`
  );
}

/** Whom to be: those expected come first. */
export function choicePage(provider: string, people: readonly StandInPerson[], action: string): string {
  const buttons = people.map(
    ({ subject, name, about }) =>
      `<li><button name="subject" value="${escaped(subject)}">${escaped(name)}</button> ${escaped(about)}</li>`,
  );
  return page(
    `${provider} (démonstration)`,
    `<p>Fournisseur d’identité de démonstration : choisissez une personne inventée.</p>` +
      `<form method="post" action="${escaped(action)}"><ul>${buttons.join("")}</ul>` +
      `<button name="cancel" value="1">Annuler</button></form>`,
  );
}

/** `form` is the provider's own, named "op.logoutForm". */
export function logoutPage(form: string): string {
  return page(
    "Se déconnecter du fournisseur d’identité (démonstration)",
    `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Se déconnecter</button>`,
  );
}

export function messagePage(message: string): string {
  return page("Fournisseur d’identité de démonstration", `<p>${escaped(message)}</p>`);
}
