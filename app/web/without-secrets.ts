/** First segments of paths whose rest opens something by itself. */
const SECRET_PATHS = /^\/*(signature|reponse|suivi|accueil|calendrier|desabonnement|alertes|lien)\/.*/is;

/** A path fit for a log: links that open something by themselves never enter one, however they are written. */
export function withoutSecrets(path: string): string {
  const match = SECRET_PATHS.exec(decoded(path));
  return match?.[1] ? `/${match[1].toLowerCase()}/…` : path;
}

/** Whether the path is such a link. */
export function bearsSecret(path: string): boolean {
  return SECRET_PATHS.test(decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
