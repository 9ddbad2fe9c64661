import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

type Reader = "pupil" | "host" | "school";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  hostName: string;
  schoolName: string;
  period: Period;
  /** The agreement as a PDF. */
  link: string;
}

const NEWS: Record<Reader, string> = {
  pupil:
    "Votre convention est validée par le lycée et prête à signer. Lisez-la avec vos responsables légaux : elle dit ce que vous ferez, où, quand, et ce qui est interdit.",
  host: "La convention est validée par le lycée et prête à signer. Relisez-la une dernière fois : c’est cette version qui sera signée.",
  school: "La convention est validée et prête à signer.",
};

/** To the pupil, the employers of the host and the head of the school. */
export const agreementValidated: EmailTemplate<Props> = {
  name: "agreement-validated",
  subject: () => "Convention de stage prête à signer",
  Html: ({ firstName, reader, pupilFirstName, hostName, schoolName, period, link }) => (
    <Letter
      title="La convention est prête à signer"
      preview="Elle est validée ; vous pouvez la lire en PDF."
      firstName={firstName}
      because={BECAUSE[reader]}
    >
      <Paragraph>{NEWS[reader]}</Paragraph>
      <Facts
        items={[
          ["Élève", reader === "pupil" ? null : pupilFirstName],
          [reader === "pupil" ? "Employeur" : "Structure d’accueil", reader === "host" ? null : hostName],
          ["Lycée", reader === "host" ? schoolName : null],
          ["Dates", periodText(period)],
        ]}
      />
      <Action label="Lire la convention (PDF)" link={link} />
    </Letter>
  ),
  text: ({ firstName, reader, pupilFirstName, hostName, schoolName, period, link }) =>
    letter(
      firstName,
      [
        NEWS[reader],
        reader !== "pupil" && `Élève : ${pupilFirstName}`,
        reader === "host" && `Lycée : ${schoolName}`,
        reader === "pupil" && `Employeur : ${hostName}`,
        reader === "school" && `Structure d’accueil : ${hostName}`,
        `Dates : ${periodText(period)}`,
        action("Lire la convention (PDF)", link),
      ],
      BECAUSE[reader],
    ),
};
