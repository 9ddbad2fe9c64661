import { normaliseText } from "#app/kernel/text.ts";
import { findContactSigns } from "./contact-signs.server.ts";
import { CHECKED_TEXTS, type CheckedText, type HoldCode, type HoldReason } from "./hold.ts";

/** The passages of an offer by which a reader could be drawn out of the service. */
export function textReasons(texts: Readonly<Record<CheckedText, string | null>>): HoldReason[] {
  return CHECKED_TEXTS.flatMap((field) =>
    findContactSigns(texts[field] ?? "").map(({ sign, words }) => ({ code: sign, field, words })),
  );
}

/** What pupils read of an offer's organisation is what someone has proven of it. */
export function organisationReasons(organisation: {
  proven: boolean;
  proposedName: string | null;
}): HoldReason[] {
  const { proven, proposedName } = organisation;
  return [
    ...(proven ? [] : [reason("claimed_organisation")]),
    ...(proposedName === null ? [] : [reason("renamed_organisation", proposedName)]),
  ];
}

function reason(code: HoldCode, words: string | null = null): HoldReason {
  return { code, field: null, words };
}

/** Another case, an accent or a hyphen make no other name. */
export function isOtherName(before: string, after: string): boolean {
  return normaliseText(before) !== normaliseText(after);
}
