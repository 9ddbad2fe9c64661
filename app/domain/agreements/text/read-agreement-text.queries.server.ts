import type { ToldAgreementText } from "./told-agreement-text.ts";
import { eq } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Queryable } from "#db/client.ts";
import { agreementTexts } from "#db/schema/index.ts";
import type { AgreementParty } from "../agreement.ts";
import { partyOf } from "../agreements.policy.ts";
import { findAgreement } from "../agreements.store.server.ts";
import { hostKnowsPupil } from "../host-reading.ts";
import { fillAgreementText } from "./agreement-text.fill.ts";
import { parseAgreementText } from "./agreement-text.ts";
import { readableBlocks } from "./readable-blocks.ts";

/** The text of an agreement for one of these parties; null for anyone else, and for a host that may not have the file. */
export async function getAgreementText(
  db: Queryable,
  actor: Actor,
  agreementId: string,
  parties: readonly AgreementParty[],
): Promise<ToldAgreementText | null> {
  const agreement = await findAgreement(db, agreementId);
  const party = agreement && partyOf(actor, agreement);
  if (!agreement || !party || !parties.includes(party)) return null;
  if (party === "host" && !hostKnowsPupil(agreement.status)) return null;
  const [source] = await db
    .select({ body: agreementTexts.body })
    .from(agreementTexts)
    .where(eq(agreementTexts.id, agreement.textId));
  const text = source && parseAgreementText(source.body);
  if (!text?.ok) return null;
  const { title, notice } = text.value;
  const filled = fillAgreementText(text.value, agreement.content, { place: null, signedOn: null });
  return { title, notice, blocks: readableBlocks(filled) };
}
