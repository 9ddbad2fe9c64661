import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toSchool } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  schoolName: string;
  /** The account, where one sees what it still opens. */
  link: string;
}

/** To someone whose access to a school ends because their federation states it no more. */
export const roleUnstated = defineEmail<Props>()({
  name: "role-unstated",
  sentOn: ["account.role_unstated"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Votre accès à l’espace d’un établissement a pris fin",
  title: () => "Votre accès à l’espace d’un établissement a pris fin",
  preview: () => "L’académie n’indique plus que vous y travaillez.",
  action: ({ link }) => ({ label: "Voir mon compte", link }),
  ...emailContent(({ schoolName }) => [
    `Établissement : ${schoolName}. À votre dernière connexion, votre compte académique n’indiquait plus que vous y exercez cette fonction : son espace vous est fermé depuis ce jour. Votre compte, et ce que vous y avez fait, restent.`,
    "Vous y travaillez encore ? Demandez une invitation à la direction ou au secrétariat de l’établissement, ou faites corriger votre affectation par l’académie, puis connectez-vous de nouveau.",
  ]),
  samples: [toSchool({ schoolName: "Lycée Simone-Veil", link: sampleLink("/compte") })],
});
