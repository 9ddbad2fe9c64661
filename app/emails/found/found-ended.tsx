import type { FoundRefusal } from "#app/domain/found/found-internship.ts";
import type { Period } from "#app/domain/notifications/compose/period.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { HOST, PERIOD, PUPIL, sampleLink, toHost, toPupil, toSchool } from "#app/emails/samples.ts";

interface Props {
  reader: "pupil" | "school" | "host";
  pupilFirstName: string;
  hostName: string;
  period: Period;
  end: FoundRefusal | "expired" | "taken_back";
  link: string;
}

const ENDS: Record<Props["end"], string> = {
  not_these_dates: "La structure ne peut pas accueillir d’élève à ces dates.",
  no_place: "La structure ne peut pas accueillir d’élève cette année.",
  wrong_address:
    "La personne qui a reçu la demande ne la connaît pas : l’adresse de la structure est peut-être fausse. Vérifiez-la, puis renvoyez la demande.",
  expired:
    "La structure n’a pas répondu à temps. Appelez-la, vérifiez son adresse, puis renvoyez-lui la demande si le stage tient toujours.",
  taken_back: "Ce stage est annulé. Les dates sont de nouveau libres.",
};
const FOR_HOST =
  "L’établissement ou l’élève a annulé cette demande de stage : vous n’avez plus rien à faire.";

/** What was found elsewhere comes to nothing: to whoever can still do something about it, and to a host that waited. */
export const foundEndedEmail = defineEmail<Props>()({
  name: "found-ended",
  sentOn: ["found.ended"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: ({ reader, pupilFirstName, hostName }) => {
    if (reader === "school")
      return staffSubject("Stage trouvé ailleurs, sans suite", { pupilFirstName, hostName });
    return reader === "host" ? "Une demande de stage est annulée" : `${hostName} : une réponse`;
  },
  title: () => "Ce stage n’aura pas lieu en l’état",
  preview: () => "Ce que vous pouvez faire maintenant.",
  action: ({ link }) => ({ label: "Voir la demande", link }),
  ...emailContent(
    ({ reader, end }: Props) => [reader === "host" ? FOR_HOST : ENDS[end]],
    ({ hostName, period }: Props) => [
      ["Structure d’accueil", hostName],
      ["Dates du stage", periodText(period)],
    ],
  ),
  samples: [
    toPupil({
      reader: "pupil",
      pupilFirstName: PUPIL,
      hostName: HOST,
      period: PERIOD,
      end: "expired",
      link: sampleLink("/eleve/stage-trouve"),
    }),
    toSchool({
      reader: "school",
      pupilFirstName: PUPIL,
      hostName: HOST,
      period: PERIOD,
      end: "wrong_address",
      link: sampleLink("/etablissement/eleves/0198c0de/stage-trouve"),
    }),
    toHost({
      reader: "host",
      pupilFirstName: PUPIL,
      hostName: HOST,
      period: PERIOD,
      end: "taken_back",
      link: sampleLink("/stage-trouve/AZjA3kV0mWq7b2x9"),
    }),
  ],
});
