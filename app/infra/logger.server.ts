import { pino, type DestinationStream, type Logger, type LoggerOptions } from "pino";
import { describeFailure, framesOf } from "#app/kernel/failure.ts";

export type { Logger };

/** Structured logs without identity: addresses, names and free text never enter them, the keys below are a last guard. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    serializers: { err: (error: unknown) => ({ kind: describeFailure(error), at: framesOf(error) }) },
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
  };
  return destination ? pino(options, destination) : pino(options);
}
