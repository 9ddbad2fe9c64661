import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { PASSKEY_LABEL_MAX } from "#app/domain/accounts/passkeys/passkey.ts";
import { bytea, id, instant } from "../columns.ts";
import { persons } from "../persons.ts";

/** Passkeys (WebAuthn) by which people sign in: the public half, which opens nothing by itself. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** As the authenticator names it, in base64url. */
    credentialId: text("credential_id").notNull().unique("passkeys_credential_key"),
    /** COSE key. */
    publicKey: bytea("public_key").notNull(),
    /** Of an authenticator that counts its uses; 0 of one that does not. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    /** What its owner calls it. */
    label: text("label").notNull(),
    /** Kept by an account of its owner's as well, hence also on their other devices. */
    backedUp: boolean("backed_up").notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [
    index("passkeys_person_index").on(table.personId),
    check("passkeys_counter_check", sql`${table.counter} >= 0`),
    check(
      "passkeys_label_check",
      sql`char_length(${table.label}) between 1 and ${sql.raw(String(PASSKEY_LABEL_MAX))}`,
    ),
  ],
);

/** Challenges that a passkey has answered: each is answered once, by whoever answers first. */
export const spentChallenges = pgTable(
  "spent_challenges",
  {
    /** SHA-256 of the challenge. */
    challengeHash: text("challenge_hash").primaryKey(),
    /** When the challenge would have ended by itself, and this can be forgotten. */
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("spent_challenges_expiry_index").on(table.expiresAt)],
);
