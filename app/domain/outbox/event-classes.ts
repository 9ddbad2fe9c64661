/**
 * How urgent the messages of an event are. "at_once": within seconds, at any hour. "good_hour": never between 21:00 and
 * 7:00 where the recipient lives, and one a day at most; several become one digest.
 */
export const MESSAGE_CLASSES = ["at_once", "good_hour"] as const;
export type MessageClass = (typeof MESSAGE_CLASSES)[number];

/** Every type of event, with the class of its messages: an event that is not listed here cannot be recorded. */
export const EVENT_CLASSES = {
  "offer.published": "at_once",
  "offer.reopened": "good_hour",

  "application.submitted": "at_once",
  "application.seen": "good_hour",
  "application.answer_reminder": "good_hour",
  "application.declined": "at_once",
  "application.accepted": "at_once",
  "application.confirm_reminder": "good_hour",
  "application.confirmed": "at_once",
  "application.withdrawn": "at_once",
  "application.objected": "at_once",
  "application.restored": "at_once",
  "application.transferred": "at_once",
  "application.cancelled": "at_once",
  "application.released": "at_once",
  "application.expired": "good_hour",
  "application.lapsed": "good_hour",

  "agreement.to_complete": "at_once",
  "agreement.completed": "at_once",
  "agreement.changes_requested": "at_once",
  "agreement.validated": "at_once",
  "agreement.to_sign": "at_once",
  "agreement.signed": "at_once",
  "agreement.cancelled": "at_once",

  "placement.week_before": "good_hour",
  "placement.day_before": "good_hour",
  "placement.first_day": "good_hour",
  "placement.absence_reported": "at_once",
  "placement.accident_reported": "at_once",
  "placement.ended": "good_hour",

  "guardian.code_requested": "at_once",
  "guardian.link_requested": "at_once",
  "help.requested": "at_once",
  "address.suppressed": "good_hour",
  "alert.matched": "good_hour",
  "retention.purge_announced": "good_hour",
} as const satisfies Record<string, MessageClass>;

export type EventType = keyof typeof EVENT_CLASSES;
