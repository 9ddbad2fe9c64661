import { desc, eq } from "drizzle-orm";
import {
  agreementDocument,
  type AgreementPdfRenderer,
} from "#app/domain/agreements/document/agreement-document.ts";
import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import { HEALTH_NOTICE } from "#app/domain/agreements/content/agreement-content.schema.ts";
import { parseAgreementText } from "#app/domain/agreements/text/agreement-text.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { agreementTexts, schools } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import { canSetUpSchool } from "../../schools/schools.policy.ts";
import { readAgreementImages, readAgreementLines } from "./agreement-lines.queries.server.ts";

/** Stands for a fingerprint: what is previewed binds nobody. */
const NO_HASH = "0".repeat(64);

/**
 * An agreement of nobody, as the school's would be printed today: its lines, its header and its stamp, under the mark of a draft.
 * Nothing of it is kept.
 */
export async function previewAgreement(
  { db, clock, actor, pdf }: ActorContext & { pdf: AgreementPdfRenderer },
  { uai }: { uai: string },
): Promise<Result<Uint8Array, Failure<"not_found">>> {
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  const now = clock.now();
  const campaign = await getCurrentCampaign(db, now);
  const today = parisDate(now);
  const days = campaign ?? { startsOn: today, endsOn: today };
  const [source] = await db
    .select({ body: agreementTexts.body })
    .from(agreementTexts)
    .orderBy(desc(agreementTexts.importedAt), desc(agreementTexts.id))
    .limit(1);
  const text = source ? parseAgreementText(source.body) : null;
  const [school] = await db.select().from(schools).where(eq(schools.uai, uai));
  if (!text?.ok || !school) return err({ code: "not_found" });
  const content = exampleOf(
    {
      uai,
      name: school.name,
      address: [school.addressLine, school.postcode, school.town].filter(Boolean).join(" "),
      headName: "",
      email: "",
      ...(await readAgreementLines(db, uai)),
    },
    days,
  );
  const images = await readAgreementImages(db, content.school);
  const draft = { stage: "draft", version: 1, hash: NO_HASH, createdAt: now } as const;
  return ok(await pdf.render({ ...agreementDocument({ ...draft, text: text.value, content }), images }));
}

function exampleOf(
  school: AgreementContent["school"],
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): AgreementContent {
  return {
    host: {
      name: "Structure d’accueil (exemple)",
      siret: "",
      addressLine: "1 rue de l’Exemple",
      postcode: "",
      town: "",
      signatoryName: "",
      signatoryTitle: "",
      signatoryQuality: "",
    },
    school,
    pupil: { firstName: "Élève", lastName: "Exemple", birthDate: null, className: "" },
    guardians: [],
    referentTeacher: { name: "", contact: "" },
    workplaceSupervisor: null,
    violencePreventionContact: null,
    healthNotice: HEALTH_NOTICE,
    startsOn,
    endsOn,
    weeks: [1, 2],
    hoursGrid: DEFAULT_HOURS_GRID,
    activities: "",
    objectives: "",
    evaluation: "",
    lodging: "",
    lunch: "",
    transport: "",
    boardDeliberationOn: null,
  };
}
