import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

interface Props {
  pupilFirstName: string;
  className: string;
  hostName: string;
  period: Period;
  link: string;
}

const TASK =
  "Les deux parties ont rempli leur part. Il vous revient de relire les activités, les dates et les horaires, puis de valider la convention ou de demander une modification.";

/** To the form and referent teachers of the class. */
export const agreementToValidate: EmailTemplate<Props> = {
  name: "agreement-to-validate",
  subject: ({ className }) => `Convention à valider (${className})`,
  Html: ({ firstName, pupilFirstName, className, hostName, period, link }) => (
    <Letter
      title="Une convention à valider"
      preview="Activités, dates et horaires sont à relire."
      firstName={firstName}
      because={BECAUSE.school}
    >
      <Paragraph>{TASK}</Paragraph>
      <Facts
        items={[
          ["Élève", `${pupilFirstName}, ${className}`],
          ["Structure d’accueil", hostName],
          ["Dates", periodText(period)],
        ]}
      />
      <Action label="Relire la convention" link={link} />
    </Letter>
  ),
  text: ({ firstName, pupilFirstName, className, hostName, period, link }) =>
    letter(
      firstName,
      [
        `Une convention est à valider : ${pupilFirstName} (${className}), chez ${hostName}, ${periodText(period)}.`,
        TASK,
        action("Relire la convention", link),
      ],
      BECAUSE.school,
    ),
};
