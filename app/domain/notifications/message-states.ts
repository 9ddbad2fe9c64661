/** What becomes of a message; the table of messages says what each means. */
export const MESSAGE_STATUSES = [
  "waiting",
  "pending",
  "sent",
  "failed",
  "grouped",
  "suppressed",
  "declined",
  "shown",
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export function isMessageStatus(value: string | null): value is MessageStatus {
  return (MESSAGE_STATUSES as readonly (string | null)[]).includes(value);
}
