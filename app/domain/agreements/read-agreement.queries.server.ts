import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "#db/client.ts";
import {
  agreementRemarks,
  agreements,
  applications,
  offers,
  persons,
  stateChanges,
} from "#db/schema/index.ts";
import { AGREEMENT_ACTIONS, mayAct, type AgreementParty, type AgreementStatus } from "./agreement.ts";
import { findAwaited } from "./awaited/agreement-progress.server.ts";
import { checkAgreement } from "./content/agreement-checks.ts";
import type { AgreementChange, AgreementRemark, AgreementView, PupilAgreement } from "./agreement-view.ts";
import { partyOf } from "./agreements.policy.ts";
import { hostKnowsPupil, withoutPupil } from "./host-reading.ts";
import { findAgreement, listOtherSchedules, type AgreementRow } from "./agreements.store.server.ts";
import { actingAdult } from "#app/domain/history/acting-adult.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";

/** The agreement as one of these parties reads it; null for anyone else. */
export async function getAgreement(
  db: Queryable,
  actor: Actor,
  agreementId: string,
  parties: readonly AgreementParty[],
): Promise<AgreementView | null> {
  const agreement = await findFor(db, actor, agreementId, parties);
  if (!agreement) return null;
  const { id, status, version, contentHash, content, party } = agreement;
  if (party === "host" && !hostKnowsPupil(status)) return cancelledForHost(db, agreement);
  const remarks = await listRemarks(db, id);
  const changes = await listChanges(db, id);
  // What the teacher asks the school may speak of the pupil: it is not for the host.
  const forHost = party === "host";
  return {
    id,
    status,
    version,
    contentHash,
    content,
    actions: AGREEMENT_ACTIONS.filter((action) => mayAct(status, action, party)),
    awaited: await findAwaited(db, id, forHost ? "host" : "school"),
    checks: checkAgreement(content, await listOtherSchedules(db, agreement)),
    remarks: forHost ? remarks.filter(({ addressee }) => addressee === "host") : remarks,
    changes: forHost ? changes.map(withoutReason) : changes,
  };
}

/** What stays of an agreement for the host whose place is cancelled; a hash of the whole content would let the rest be guessed. */
async function cancelledForHost(db: Queryable, agreement: AgreementRow): Promise<AgreementView> {
  const { id, status, version } = agreement;
  const content = withoutPupil(agreement.content);
  return {
    id,
    status,
    version,
    contentHash: "",
    content,
    actions: [],
    awaited: null,
    checks: checkAgreement(content, []),
    remarks: [],
    changes: (await listChanges(db, id)).map(withoutReason),
  };
}

function withoutReason(change: AgreementChange): AgreementChange {
  return { ...change, reason: null };
}

export async function getPupilAgreement(
  db: Queryable,
  actor: Actor,
  agreementId: string,
): Promise<PupilAgreement | null> {
  const agreement = await findFor(db, actor, agreementId, ["pupil"]);
  if (!agreement) return null;
  const { id, status, version, content } = agreement;
  const { name, addressLine, postcode, town, signatoryName } = content.host;
  const changes = await listChanges(db, id);
  return {
    id,
    status,
    awaited: await findAwaited(db, id, "pupil"),
    version,
    host: { name, addressLine, postcode, town },
    startsOn: content.startsOn,
    endsOn: content.endsOn,
    hoursGrid: content.hoursGrid,
    activities: content.activities,
    lunch: content.lunch,
    transport: content.transport,
    accessNote: await findAccessNote(db, id),
    supervisor: content.workplaceSupervisor ?? { name: signatoryName, contact: "" },
    violencePreventionContact: content.violencePreventionContact ?? "",
    referentTeacher: content.referentTeacher,
    changes: changes.map(({ from, to, at, by, byName }) => ({ from, to, at, by, byName })),
  };
}

async function findFor(
  db: Queryable,
  actor: Actor,
  agreementId: string,
  parties: readonly AgreementParty[],
): Promise<(AgreementRow & { party: AgreementParty }) | null> {
  const agreement = await findAgreement(db, agreementId);
  const party = agreement && partyOf(actor, agreement);
  return agreement && party && parties.includes(party) ? { ...agreement, party } : null;
}

const authors = alias(persons, "authors");
const answerers = alias(persons, "answerers");
const nameOf = ({ firstName, lastName }: typeof authors | typeof answerers) =>
  sql<string | null>`${firstName} || ' ' || ${lastName}`;

export async function listRemarks(db: Queryable, agreementId: string): Promise<AgreementRemark[]> {
  const rows = await db
    .select({
      id: agreementRemarks.id,
      field: agreementRemarks.field,
      addressee: agreementRemarks.addressee,
      comment: agreementRemarks.comment,
      createdAt: agreementRemarks.createdAt,
      authorName: nameOf(authors),
      resolvedAt: agreementRemarks.resolvedAt,
      resolvedByName: nameOf(answerers),
    })
    .from(agreementRemarks)
    .leftJoin(authors, eq(authors.id, agreementRemarks.authorId))
    .leftJoin(answerers, eq(answerers.id, agreementRemarks.resolvedBy))
    .where(eq(agreementRemarks.agreementId, agreementId))
    .orderBy(asc(agreementRemarks.createdAt), asc(agreementRemarks.id))
    .limit(100);
  return rows.map((row) => ({ ...row, addressee: row.addressee === "school" ? "school" : "host" }));
}

async function listChanges(db: Queryable, agreementId: string): Promise<AgreementChange[]> {
  const rows = await db
    .select({
      from: stateChanges.fromStatus,
      to: stateChanges.toStatus,
      at: stateChanges.changedAt,
      by: stateChanges.actorRole,
      byName: actingAdult,
      reason: stateChanges.reason,
    })
    .from(stateChanges)
    .leftJoin(persons, eq(persons.id, stateChanges.actorId))
    .where(eq(stateChanges.agreementId, agreementId))
    .orderBy(asc(stateChanges.changedAt), asc(stateChanges.id))
    .limit(100);
  // The table keeps the states of several subjects as text: here they are this table's own.
  return rows.map((row) => ({
    ...row,
    from: row.from as AgreementStatus | null,
    to: row.to as AgreementStatus,
  }));
}

async function findAccessNote(db: Queryable, agreementId: string): Promise<string> {
  const [row] = await db
    .select({ accessNote: offers.accessNote })
    .from(agreements)
    .innerJoin(applications, eq(applications.id, agreements.applicationId))
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .where(eq(agreements.id, agreementId));
  return row?.accessNote ?? "";
}
