/**
 * When the messages of an event leave. "immediate": within seconds, at any hour. "deferrable": never in the quiet hours of the
 * recipient, and one a day at most; several become one digest.
 */
export const URGENCIES = ["immediate", "deferrable"] as const;
export type Urgency = (typeof URGENCIES)[number];
