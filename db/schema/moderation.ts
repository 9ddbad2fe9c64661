import { sql } from "drizzle-orm";
import { check, index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { HOLD_DECISIONS, type HoldReason } from "#app/domain/offers/moderation/hold.ts";
import { id, instant } from "./columns.ts";
import { hostOrganisations } from "./hosts.ts";
import { offers } from "./offers.ts";
import { persons } from "./persons.ts";

export const holdDecisionEnum = pgEnum("hold_decision", HOLD_DECISIONS);

/** Each time that a check has kept an offer from pupils until someone has read it: why, then who decided what, and when. */
export const offerHolds = pgTable(
  "offer_holds",
  {
    id: id(),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    reasons: jsonb("reasons").$type<HoldReason[]>().notNull(),
    /** The name that its organisation would take: given to it once the offer is approved. */
    proposedName: text("proposed_name"),
    heldAt: instant("held_at").notNull(),
    decision: holdDecisionEnum("decision"),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by").references(() => persons.id, { onDelete: "set null" }),
    /** What its author is told of a refusal. */
    explanation: text("explanation"),
  },
  (table) => [
    uniqueIndex("offer_holds_open_index")
      .on(table.offerId)
      .where(sql`${table.decidedAt} is null`),
    index("offer_holds_offer_index").on(table.offerId, table.heldAt),
    check("offer_holds_decision_check", sql`(${table.decision} is null) = (${table.decidedAt} is null)`),
    check(
      "offer_holds_explanation_check",
      sql`(${table.decision} is not distinct from 'rejected') = (${table.explanation} is not null)`,
    ),
  ],
);

/** Each time that a SIRET was taken away from an organisation: why, by whom, and who has given it back. */
export const siretDetachments = pgTable(
  "siret_detachments",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => hostOrganisations.id, { onDelete: "cascade" }),
    /** What its members are told. */
    reason: text("reason").notNull(),
    detachedAt: instant("detached_at").notNull(),
    detachedBy: uuid("detached_by").references(() => persons.id, { onDelete: "set null" }),
    reattachedAt: instant("reattached_at"),
    reattachedBy: uuid("reattached_by").references(() => persons.id, { onDelete: "set null" }),
  },
  (table) => [
    uniqueIndex("siret_detachments_open_index")
      .on(table.organisationId)
      .where(sql`${table.reattachedAt} is null`),
    index("siret_detachments_recent_index").on(table.detachedAt.desc()),
  ],
);
