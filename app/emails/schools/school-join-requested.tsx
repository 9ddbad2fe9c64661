import type { StaffRole } from "#app/domain/accounts/actor.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { sampleLink, toSchool } from "#app/emails/samples.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";

interface Props {
  email: string;
  role: StaffRole;
  schoolName: string;
  link: string;
}

const NEWS = "Une personne de l’académie demande à entrer dans l’espace de votre établissement :";
const NEXT =
  "Acceptez seulement si vous la connaissez : elle verra des informations sur vos élèves. Son adresse est confirmée.";
const ROLES: Record<StaffRole, string> = {
  teacher: "Équipe enseignante",
  schoolOffice: "Secrétariat",
  schoolHead: "Direction",
};
const facts = ({ email, role, schoolName }: Props): Fact[] => [
  ["Adresse", email],
  ["Fonction", ROLES[role]],
  ["Établissement", schoolName],
];

/** To the head and the office of a school that someone asks to join. */
export const schoolJoinRequestedEmail = defineEmail<Props>()({
  name: "school-join-requested",
  sentOn: ["school.join_requested"],
  topic: null,
  because: () => BECAUSE.school,
  subject: () => "Une personne demande à rejoindre l’établissement",
  title: () => "Une demande pour rejoindre l’établissement",
  preview: () => "Dites si vous la connaissez.",
  action: ({ link }) => ({ label: "Répondre à la demande", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), NEXT],
  samples: [
    toSchool({
      email: "omar.kaci@ac-rennes.fr",
      role: "teacher",
      schoolName: "Lycée de la Plaine",
      link: sampleLink("/etablissement/equipe"),
    }),
  ],
});
