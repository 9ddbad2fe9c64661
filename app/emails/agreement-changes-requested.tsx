import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

interface Props {
  addressee: "host" | "school";
  pupilFirstName: string;
  hostName: string;
  schoolName: string;
  period: Period;
  link: string;
}

const TASK =
  "En relisant la convention, un membre de l’équipe du lycée a laissé une remarque qui vous concerne. Lisez-la, corrigez ce qu’elle demande et renvoyez : la validation reprendra aussitôt.";

/** To the side that a teacher's remark concerns; the remark itself, a free text, is read by link. */
export const agreementChangesRequested: EmailTemplate<Props> = {
  name: "agreement-changes-requested",
  subject: () => "Convention de stage : une modification est demandée",
  Html: ({ firstName, addressee, pupilFirstName, hostName, schoolName, period, link }) => (
    <Letter
      title="Une modification est demandée"
      preview="Une remarque vous attend sur la convention."
      firstName={firstName}
      because={BECAUSE[addressee]}
    >
      <Paragraph>{TASK}</Paragraph>
      <Facts
        items={[
          ["Élève", pupilFirstName],
          addressee === "school" ? ["Structure d’accueil", hostName] : ["Lycée", schoolName],
          ["Dates", periodText(period)],
        ]}
      />
      <Action label="Voir la remarque" link={link} />
    </Letter>
  ),
  text: ({ firstName, addressee, pupilFirstName, hostName, schoolName, period, link }) =>
    letter(
      firstName,
      [
        TASK,
        `Élève : ${pupilFirstName}`,
        addressee === "school" ? `Structure d’accueil : ${hostName}` : `Lycée : ${schoolName}`,
        `Dates : ${periodText(period)}`,
        action("Voir la remarque", link),
      ],
      BECAUSE[addressee],
    ),
};
