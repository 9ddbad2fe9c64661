import type { Request, Response } from "express";

/** What is still taken in of a body that is refused, so that its sender reads why; read and thrown away. */
const LINGER_BYTES = 16_000_000;
const LINGER_MS = 5_000;

const SENTENCES: Record<number, [string, string]> = {
  400: ["Demande incompréhensible", "L’adresse ou le formulaire envoyé n’a pas pu être lu."],
  403: ["Envoi refusé", "Ce formulaire ne vient pas d’une page de ce site. Revenez au site et recommencez."],
  404: ["Page introuvable", "Cette adresse ne mène à rien."],
  405: ["Action impossible ici", "Cette adresse n’accepte pas cette action."],
  411: ["Envoi refusé", "La taille de l’envoi n’est pas indiquée."],
  413: [
    "Envoi trop lourd",
    "Ce que vous avez envoyé est trop lourd. Raccourcissez le texte, ou vérifiez que le fichier est le bon, et recommencez. Une liste d’élèves pèse 5 Mo au plus : enregistrez-la au format CSV, sans image ni autre feuille.",
  ],
  415: ["Envoi refusé", "Cette page ne reçoit pas de fichier."],
  429: ["Trop d’envois refusés", "Attendez une minute, puis recommencez."],
  500: ["Une erreur est survenue", "Le problème vient de nous. Réessayez dans quelques minutes."],
};

/** A refusal told before the application itself is reached: a plain page, with a way out. */
export function refusalPage(response: Response, status: number, cause?: string): void {
  const [usual, sentence] = SENTENCES[status] ?? SENTENCES[status < 500 ? 400 : 500] ?? ["", ""];
  const title = cause ?? usual;
  response.locals.refused = true;
  if (isArriving(response.req)) takeIn(response.req);
  else response.set("Connection", "close");
  response
    .status(status)
    .set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
    .type("html")
    .send(
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
        `<title>${title} – Stage de seconde</title></head><body><main><h1>${title}</h1><p>${sentence}</p><p><a href="/">Revenir à l’accueil</a></p></main></body></html>`,
    );
}

function isArriving(request: Request): boolean {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  return !request.complete && (Number(length) > 0 || encoding !== undefined);
}

/** A connection closed under what is still being sent is reset: browsers would show their own error, not our page. */
function takeIn(request: Request): void {
  let left = LINGER_BYTES;
  const hangUp = () => request.socket.destroy();
  const timer = setTimeout(hangUp, LINGER_MS).unref();
  request.on("data", (part: Buffer) => {
    left -= part.length;
    if (left < 0) hangUp();
  });
  request.once("close", () => clearTimeout(timer));
}
