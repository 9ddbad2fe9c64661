/**
 * What the buttons of a page may ask of its action: the `intent` of its forms, where there is more than one thing to do
 * or where doing it by mistake would cost. Pages that are not here have forms without an intent.
 */
export const INTENTS = {
  account: ["messages", "address", "sessions", "unlink"],
  ownData: ["erase"],
  security: ["password", "codes", "email", "cancel_email"],
  sessions: ["end", "end_others"],
  passkeys: ["add", "remove"],
  oneTimeLink: ["continue", "refuse", "save", "invite", "renew"],
  federatedArrival: ["create", "link", "follow"],
  schoolTeam: ["invite", "remove", "accept_request", "refuse_request", "replace_head"],
  schoolImage: ["remove"],
  toReplace: ["hold", "release"],
  joinSchool: ["claim", "request"],
  classes: ["create", "head_count", "assign_teacher", "remove_teacher"],
  rosterImport: ["map", "import", "abandon"],
  classCards: ["print", "revoke"],
  activation: ["check", "activate", "restart"],
  mailLink: ["stop", "resume"],
  apply: ["submit", "draft", "compose", "autosave"],
  pupilApplication: ["confirm", "withdraw", "restore", "opinion"],
  favourites: ["keep", "alert", "remove", "forget"],
  alerts: ["create", "stop", "restart", "delete", "frequency"],
  hostOffers: ["pause", "resume", "discard", "correct"],
  newOffer: ["continue", "later", "publish"],
  team: ["accept_claim", "refuse_claim", "leave"],
  hostApplication: ["read", "accept", "decline", "take_back"],
  schoolAgreement: ["fill", "validate", "take_back", "request_changes"],
  situation: ["declare", "cancel"],
  pupilContact: ["save", "held", "missed", "remove", "restore"],
  referents: ["entrust", "end"],
  pupilNote: ["save", "remove", "restore"],
  classGroup: ["read", "handled", "reopen"],
  helpRequest: ["read", "answer", "close", "reopen"],
  families: ["send", "replace"],
  followUp: ["arrived", "absent", "accident", "no_accident"],
  supervisorVisit: ["arrived", "absent", "accident", "no_accident", "skills", "opinion"],
  followedStay: ["skills", "send", "replace", "close"],
  pupilStay: ["journal", "skills"],
  letterCode: ["send", "verify"],
  objection: ["object", "take_back"],
  foundAccount: ["reset", "sessions"],
  failures: ["retry", "dismiss"],
  moderation: ["approve", "reject"],
  siretHolder: ["detach", "reattach"],
  synonyms: ["save"],
  synonymGroup: ["save", "delete"],
} as const;

export type IntentPage = keyof typeof INTENTS;
export type IntentOf<On extends IntentPage> = (typeof INTENTS)[On][number];
export type Intent = IntentOf<IntentPage>;
