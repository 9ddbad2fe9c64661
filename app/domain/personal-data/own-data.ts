import { RETENTION_RULES, type RetentionRule } from "./retention-rules.ts";

/** Kinds of what is known about someone, and the table that holds each: its rule says why and until when. */
export const OWN_DATA_TABLES = {
  identity: "persons",
  roles: "affiliations",
  classes: "class_members",
  guardians: "guardians",
  applications: "applications",
  agreements: "agreement_versions",
  favourites: "favourites",
  viewedOffers: "viewed_offers",
  heldSeats: "seat_holds",
  foundInternships: "found_internships",
  hostNotes: "host_notes",
  savedSearches: "saved_searches",
  helpRequests: "help_requests",
  situations: "pupil_situations",
  teamLog: "pupil_log_entries",
  referents: "pupil_referents",
  reminders: "pupil_reminders",
  helpMessages: "help_messages",
  offers: "offers",
  messages: "messages",
  sessions: "sessions",
  emailChanges: "email_changes",
  opinions: "opinions",
  journal: "journal_entries",
  presence: "presence_reports",
  federations: "identities",
  passkeys: "passkeys",
  activationCards: "activation_codes",
  hostClaims: "host_claims",
  refusedMail: "mail_opt_outs",
  openings: "account_openings",
  secondFactorResets: "second_factor_resets",
  audit: "audit_entries",
} as const;
export type OwnDataKind = keyof typeof OWN_DATA_TABLES;
export const OWN_DATA_KINDS = Object.keys(OWN_DATA_TABLES) as OwnDataKind[];

/** One thing known, field by field. */
export type OwnDatum = Partial<Record<OwnDataField, string | number | null>>;
export type OwnDataField =
  | "firstName"
  | "lastName"
  | "name"
  | "email"
  | "formerEmail"
  | "phone"
  | "birthDate"
  | "role"
  | "place"
  | "className"
  | "schoolYear"
  | "offer"
  | "organisation"
  | "applicationStatus"
  | "agreementStatus"
  | "offerStatus"
  | "text"
  | "topic"
  | "situation"
  | "contactWay"
  | "contactParty"
  | "subject"
  | "device"
  | "signInName"
  | "provider"
  | "welcomed"
  | "useful"
  | "day"
  | "siret"
  | "mailTopic"
  | "reason"
  | "act"
  | "radiusKm"
  | "createdAt"
  | "lastSeenAt"
  | "startsOn"
  | "endsOn";
export type OwnData = Record<OwnDataKind, OwnDatum[]>;

/** Why a kind is kept, and until when. */
export function ruleOf(kind: OwnDataKind, { isPupil }: { isPupil: boolean }): RetentionRule | undefined {
  const rules = RETENTION_RULES.filter(({ tables }) => tables.includes(OWN_DATA_TABLES[kind]));
  return isPupil ? rules[0] : rules[rules.length - 1];
}

/** What is known about someone in words, for them to read: the printed part of their archive. */
export interface PersonalRecord {
  title: string;
  intro: string;
  createdAt: Date;
  sections: { title: string; until: string; rows: { label: string; value: string }[][] }[];
}

/** Port of the adapter that prints it as a PDF file. */
export interface PersonalRecordPrinter {
  printRecord(record: PersonalRecord): Promise<Uint8Array>;
}
