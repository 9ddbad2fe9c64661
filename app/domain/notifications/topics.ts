/**
 * What the owner of an address can choose not to get by e-mail; the notification centre holds it all the same. A message
 * without topic is one that the service must send: a code, an answer, a paper to fill or to sign.
 */
export const TOPICS = ["follow", "reminders", "alerts", "advice", "opinions"] as const;
export type Topic = (typeof TOPICS)[number];

export function isTopic(value: string | null): value is Topic {
  return (TOPICS as readonly (string | null)[]).includes(value);
}
