/** What a legal representative, or the school for them, asks for. */
export type GuardianEvent =
  /** A code to read a letter; the code itself is derived from the identifier. */
  | { type: "guardian.code_requested"; codeId: string }
  /** The school sends the follow-up link again, or a new one in place of those sent before. */
  | { type: "guardian.link_requested"; guardianId: string };
