/** The least that a production must be told. */
export const PRODUCTION = {
  SERVICE_MODE: "production",
  DATABASE_URL: "postgres://service@db.example.org/service",
  PUBLIC_URL: "https://stages.example.fr/",
  RESEND_API_KEY: "re_a_key",
  RESEND_WEBHOOK_SECRET: "whsec_c2VjcmV0",
  LINK_SECRET: "a secret of at least thirty-two characters",
  ENCRYPTION_KEY: "cHJvZHVjdGlvbiBrZXkgb2YgMzIgYnl0ZXMsIHllcyE=",
  MAIL_FROM: "Stage de seconde <bonjour@stages.example.fr>",
  MAIL_REPLY_TO: "aide@stages.example.fr",
  TRUSTED_PROXIES: "1",
  LEGAL_PUBLISHER: "Académie d’exemple, 1 rue des Écoles, 35000 Rennes",
  LEGAL_HOST: "Hébergeur d’exemple, 2 rue des Serveurs, 59000 Lille",
  CONTACT_EMAIL: "contact@stages.example.fr",
};
