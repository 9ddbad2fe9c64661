import type { Recipient } from "#app/domain/notifications/compose/recipients.queries.server.ts";
import { placementAbsence } from "#app/emails/placements/placement-absence.tsx";
import { placementAccident } from "#app/emails/placements/placement-accident.tsx";
import { placementReportLifted } from "#app/emails/placements/placement-report-lifted.tsx";
import { supervisorLinkEmail } from "#app/emails/placements/supervisor-link.tsx";
import type { RegisteredEmail } from "#app/emails/registry.ts";
import type { Incident } from "#app/emails/placements/incident.ts";
import type { HandlersOf } from "#app/domain/notifications/compose/composer.ts";
import { aboutAgreement, followUpLink } from "../event-subjects.server.ts";
import { mail, mailEach, skip, type Composition } from "../message-draft.server.ts";
import type { Composer } from "../composer.ts";

type Stay = Parameters<Parameters<typeof aboutAgreement>[0]>[0];

export const presenceHandlers: HandlersOf<"presence"> = {
  "presence.absence_reported": aboutAgreement((stay, composer) =>
    alert(placementAbsence, stay, composer, {}),
  ),
  "presence.accident_reported": aboutAgreement((stay, composer) =>
    alert(placementAccident, stay, composer, {}),
  ),
  "presence.report_lifted": aboutAgreement((stay, composer, { reported }) =>
    alert(placementReportLifted, stay, composer, { reported }),
  ),
};

export const supervisorHandlers: HandlersOf<"supervisor"> = {
  "supervisor.link_requested": aboutAgreement(async ({ status, common, ...stay }) => {
    if (status === "cancelled") return skip("outdated");
    const { pupilFirstName, hostName, period } = common;
    const link = stay.supervisorLink;
    return mail(supervisorLinkEmail, await stay.supervisors(), { pupilFirstName, hostName, period, link });
  }),
};

/** The head, the office, the teachers of the class, the representatives: all at once, each once. */
async function alert<More extends object>(
  template: RegisteredEmail<Incident & More>,
  { common, dayLink, ...stay }: Stay,
  composer: Composer,
  more: More,
): Promise<Composition> {
  if (stay.status === "cancelled") return skip("outdated");
  const { pupilFirstName, className, hostName, period } = common;
  const incident = { pupilFirstName, className, hostName, period };
  return [
    ...mail(template, await listAdults(stay), {
      ...incident,
      ...more,
      reader: "school" as const,
      link: dayLink,
    }),
    ...mailEach(template, await stay.guardians(), (guardian) => ({
      ...incident,
      ...more,
      reader: "guardian" as const,
      link: followUpLink(composer, guardian),
    })),
  ];
}

async function listAdults(stay: Pick<Stay, "office" | "teachers">): Promise<Recipient[]> {
  const office = await stay.office();
  const known = new Set(office.map(({ personId }) => personId));
  return [...office, ...(await stay.teachers()).filter(({ personId }) => !known.has(personId))];
}
