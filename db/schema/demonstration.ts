import { index, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.ts";

/** What the stand-in of the mail provider received: read at /dev/boite-mail. */
export const standInMails = pgTable(
  "stand_in_mails",
  {
    id: id(),
    idempotencyKey: text("idempotency_key").unique(),
    bodyHash: text("body_hash").notNull(),
    sender: text("sender").notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (table) => [index("stand_in_mails_recipient_index").on(table.recipient, table.receivedAt)],
);
