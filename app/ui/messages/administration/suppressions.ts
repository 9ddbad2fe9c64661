/** Why an address takes no mail any more, told to its owner. */
export const SUPPRESSION_TEXTS: Record<"bounced" | "complained", string> = {
  bounced:
    "Votre messagerie nous a renvoyé un message en disant que l’adresse n’existe pas ou n’accepte plus de courrier.",
  complained: "Un de nos messages a été signalé comme indésirable depuis votre messagerie.",
};
