import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

interface Props {
  addressee: "host" | "school";
  pupilFirstName: string;
  className: string;
  hostName: string;
  schoolName: string;
  period: Period;
  link: string;
}

/** To the side whose part of the agreement is not told yet. */
export const agreementToComplete: EmailTemplate<Props> = {
  name: "agreement-to-complete",
  subject: () => "Convention de stage à compléter",
  Html: ({ firstName, addressee, pupilFirstName, className, hostName, schoolName, period, link }) => (
    <Letter
      title="Une convention à compléter"
      preview="Il manque quelques informations de votre part."
      firstName={firstName}
      because={BECAUSE[addressee]}
    >
      <Paragraph>
        La convention de ce stage est préparée ; il y manque quelques informations de votre part. Ce qui était
        déjà connu est rempli.
      </Paragraph>
      <Facts
        items={[
          ["Élève", addressee === "school" ? `${pupilFirstName}, ${className}` : pupilFirstName],
          addressee === "school" ? ["Structure d’accueil", hostName] : ["Lycée", schoolName],
          ["Dates", periodText(period)],
        ]}
      />
      <Action label="Compléter la convention" link={link} />
    </Letter>
  ),
  text: ({ firstName, addressee, pupilFirstName, className, hostName, schoolName, period, link }) =>
    letter(
      firstName,
      [
        "La convention de ce stage est préparée ; il y manque quelques informations de votre part.",
        `Élève : ${addressee === "school" ? `${pupilFirstName}, ${className}` : pupilFirstName}`,
        addressee === "school" ? `Structure d’accueil : ${hostName}` : `Lycée : ${schoolName}`,
        `Dates : ${periodText(period)}`,
        "Ce qui était déjà connu est rempli.",
        action("Compléter la convention", link),
      ],
      BECAUSE[addressee],
    ),
};
