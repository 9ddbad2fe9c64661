import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { MessageProviders } from "./delivery/message-provider.ts";

/** Where the wing says what it did: never who for. */
interface Log {
  info(details: Record<string, unknown>, text: string): void;
  warn(details: Record<string, unknown>, text: string): void;
  error(details: Record<string, unknown>, text: string): void;
}

/** What writing messages needs. */
export interface MessagingContext extends UseCaseContext {
  env: {
    PUBLIC_URL: string;
    /** Text messages are sent only where they can be. */
    SMS_FILE?: string | undefined;
    /** An e-mail says that it can be answered only where answers arrive. */
    MAIL_REPLY_TO?: string | undefined;
  };
  links: LinkSigner;
  logger: Log;
}

/** What sending them needs as well. */
export interface DeliveryContext extends MessagingContext {
  providers: MessageProviders;
  /** Spreads retries; tests choose it. */
  random(): number;
}
