import { CONTRACT_CODES } from "#app/domain/matching/market.ts";
import type { Contracts } from "#app/domain/matching/verifier.ts";
import { readCsv } from "./csv-lines.ts";
import { GrowingColumn } from "./grow.ts";
import type { Problems } from "./problems.ts";

/** An assignment as anybody could have written it; `rank` and `reason` are not even read. */
export async function readAssignment(
  file: string,
  pupils: ReadonlyMap<string, number>,
  offers: ReadonlyMap<string, number>,
  problems: Problems,
  progress: (message: string) => void,
): Promise<Contracts> {
  const pupil = new GrowingColumn();
  const offer = new GrowingColumn();
  const kind = new GrowingColumn();
  const columns = ["pupil", "offer", "contract"];
  await readCsv({ file, columns, problems, progress }, (values, line) => {
    const [pupilId = "", offerId = "", code = ""] = values;
    const pupilNumber = pupils.get(pupilId);
    const offerNumber = offers.get(offerId);
    const kindNumber = CONTRACT_CODES.indexOf(code as (typeof CONTRACT_CODES)[number]);
    if (pupilNumber === undefined) problems.add(line, `élève inconnu « ${pupilId} »`);
    else if (offerNumber === undefined) problems.add(line, `offre inconnue « ${offerId} »`);
    else if (kindNumber < 0) problems.add(line, `contrat inconnu « ${code} » (B, 1 ou 2)`);
    else {
      pupil.push(pupilNumber);
      offer.push(offerNumber);
      kind.push(kindNumber);
    }
  });
  return { pupil: pupil.values(), offer: offer.values(), kind: Uint8Array.from(kind.values()) };
}
