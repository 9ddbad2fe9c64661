import { pino, type Logger } from "pino";

export type { Logger };

/** Structured logs without identity: addresses, names and free text never enter them, the keys below are a last guard. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        "email",
        "recipient",
        "firstName",
        "lastName",
        "phone",
        "password",
        "token",
        "*.email",
        "*.recipient",
        "*.password",
        "*.token",
      ],
      remove: true,
    },
  });
}
