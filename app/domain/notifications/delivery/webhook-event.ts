/** What became of a mail, as its provider says. */
export const PROVIDER_STATUSES = ["delivered", "delayed", "bounced", "complained", "failed"] as const;
export type ProviderStatus = (typeof PROVIDER_STATUSES)[number];

export interface ProviderWebhookEvent {
  /** The same when the provider sends it again. */
  id: string;
  /** Null for a event that is nothing to us. */
  status: ProviderStatus | null;
  /** The provider's own word, kept. */
  type: string;
  /** When it happened: events may arrive in another order. */
  at: Date;
  providerId: string | null;
  /** Our own name of the message, which went with it: known even when the provider's answer never reached us. */
  messageId: string | null;
  /** The address takes no mail, and will not tomorrow. */
  endsAddress: boolean;
}
