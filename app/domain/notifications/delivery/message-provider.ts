import type { Channel } from "#app/domain/outbox/channels.ts";
import type { Result } from "#app/kernel/result.ts";

/** One message as its provider takes it. */
export interface OutgoingMessage {
  messageId: string;
  /** Address or telephone number. */
  recipient: string;
  subject: string;
  html: string;
  text: string;
  /** Where one click refuses such messages; null for those that must be sent. */
  unsubscribeUrl: string | null;
}

/** Why a request was not answered with identifiers; `reason` may be logged, it quotes no address. */
export type SendFailure =
  /** The request itself is wrong: nothing was sent, and asking again would get the same answer. */
  | { kind: "refused"; reason: string }
  /** Another content was received before under this key. */
  | { kind: "conflict"; reason: string }
  /** Too many requests: nothing was sent, and nothing will be for a while. */
  | { kind: "busy"; reason: string; waitMs: number }
  /** Sent or not, who knows: the same request must be made again. */
  | { kind: "trouble"; reason: string };

/** Sends the messages of one channel. */
export interface MessageProvider {
  /** How many messages one request may hold. */
  maxBatchSize: number;
  /**
   * Sends messages in one request; a second one with the same key and the same messages sends nothing more. Gives the
   * provider's identifier of each, in their order.
   */
  send(key: string, messages: readonly OutgoingMessage[]): Promise<Result<string[], SendFailure>>;
}

export type MessageProviders = Record<Channel, MessageProvider>;
