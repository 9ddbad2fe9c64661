import { ROLES } from "#app/domain/accounts/actor.ts";

/** What is kept of whoever acts for others or looks at what is theirs: never what was read or written, only that it was. */
export const AUDIT_ACTIONS = [
  "accounts.searched",
  "account.opened",
  "account.read",
  "account.sessions_ended",
  "account.second_factor_reset",
  "account.email_change_asked",
  "account.email_change_stopped",
  "account.email_changed",
  "messages.recipient_read",
  "message.read",
  "message.sent_again",
  "message.left_unsent",
  "synonyms.saved",
  "synonyms.deleted",
  "own_data.exported",
  "activation_cards.printed",
  "activation_cards.revoked",
  "class.created",
  "class.head_count_changed",
  "class.teacher_assigned",
  "class.teacher_removed",
  "pupil.added",
  "families.informing_changed",
  "guardian_link.sent",
  "guardian_link.replaced",
  "address.corrected",
  "join_request.accepted",
  "join_request.refused",
  "administrator.invited",
  "school_member.invited",
  "school_profile.saved",
  "seats.held",
  "found.entered",
  "found.taken_back",
  "affiliation.granted",
  "affiliation.ended",
  "board.exported",
  "hosts.exported",
  "situation.declared",
  "situation.cancelled",
  "pupil.entrusted",
  "pupil.handed_back",
  "pupils.encouraged",
  "campaign.saved",
  "directory.sent",
  "directory.abandoned",
  "directory.imported",
  "roster.sent",
  "roster.imported",
  "agreement_text.imported",
  "offer.approved",
  "offer.rejected",
  "organisation.detached",
  "organisation.reattached",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * `operator`: by a command, on the machine itself. `mailbox`: by the link sent to a school's official mailbox. `owner`: of their
 * own account, signed in or by a link sent to its mailbox. `federation`: by what it states of someone who signs in.
 */
export const AUDIT_CAPACITIES = [...ROLES, "operator", "mailbox", "owner", "federation"] as const;
export type AuditCapacity = (typeof AUDIT_CAPACITIES)[number];

export const AUDIT_SUBJECTS = [
  "person",
  "message",
  "link",
  "school",
  "campaign",
  "school_import",
  "roster_import",
  "agreement_text",
  "offer",
  "organisation",
  "synonyms",
  "class",
  "guardian",
  "join_request",
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** An entry with all that its seal holds. */
export interface AuditEntry {
  id: string;
  at: Date;
  action: AuditAction;
  /** An identifier that says nothing once the account is deleted; null when nobody was signed in. */
  actorId: string | null;
  capacity: AuditCapacity;
  subjectKind: AuditSubject | null;
  subjectId: string | null;
  /** One of a closed list: what was typed is kept beside the thing itself, and goes with it. */
  reason: string | null;
  requestId: string | null;
  /** The address it came from, cut to its network. */
  network: string | null;
}

/** Kept a year: what is older is forgotten, its seals stay. */
export const AUDIT_DAYS = 365;

export function isAuditAction(value: string | null): value is AuditAction {
  return AUDIT_ACTIONS.some((action) => action === value);
}
