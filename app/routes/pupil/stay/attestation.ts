import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSynthesis } from "#app/domain/follow-up/skills/skills.queries.server.ts";
import { skillAttestation } from "#app/ui/follow-up/skill-attestation.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { agreementIdOf, foundOrThrow } from "../../agreements/agreement-request.server.ts";

/** The pupil's attestation of skills as a file; its name tells nothing of them. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, db, actor, clock } = await requireActor(args, "pupil");
  const stay = foundOrThrow(await getSynthesis(db, { side: "pupil", actor }, agreementIdOf(args)));
  const pdf = await app.pdf.printRecord(skillAttestation(stay, clock.now()));
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="attestation-de-competences.pdf"',
      "Cache-Control": "private, no-store",
    },
  });
}
