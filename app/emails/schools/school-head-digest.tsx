import type { Waiting } from "#app/domain/follow-up/board/board-totals.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { sampleLink, toSchool } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { plural } from "#app/kernel/text.ts";

interface Props {
  /** Agreements to print and to have signed. */
  toSign: Waiting;
  toComplete: Waiting;
  /** Pupils to let off or to welcome at school, when it is time. */
  toDecide: number;
  atTeachers: Waiting;
  /** Pupils whose place was taken back. */
  toReplace: number;
  withNothing: number;
  unreadHelp: Waiting;
  link: string;
}

const NEWS = "Voici ce qui attend ce matin dans votre établissement.";
const INSTEAD =
  "Ce point remplace un message par convention. Il part une fois par jour de classe au plus, et jamais quand rien n’attend. Une absence, un accident ou une demande d’aide vous sont toujours écrits tout de suite.";

const [agreements, requests] = [["convention", "conventions"] as const, ["demande", "demandes"] as const];

function waited({ total, days }: Waiting, [one, many]: readonly [string, string]): string | null {
  if (total === 0) return null;
  const since = days === 0 ? "depuis aujourd’hui" : `depuis ${plural(days, "jour")}`;
  return `${plural(total, one, many)}, ${total === 1 ? since : `la plus ancienne ${since}`}`;
}

const pupils = (count: number) => (count === 0 ? null : plural(count, "élève"));

const facts = (props: Props): Fact[] => [
  ["Demandes d’aide non lues", waited(props.unreadHelp, requests)],
  ["À faire signer", waited(props.toSign, agreements)],
  ["À compléter", waited(props.toComplete, agreements)],
  ["À replacer", pupils(props.toReplace)],
  ["Dispense ou accueil au lycée à décider", pupils(props.toDecide)],
  ["Chez les professeurs", waited(props.atTeachers, agreements)],
  ["Sans stage ni candidature en cours", pupils(props.withNothing)],
];

/** The most pressing two, so that a list of mornings can be told apart. */
function subject({ unreadHelp, toSign, toComplete, toReplace, toDecide, atTeachers }: Props): string {
  const told = [
    unreadHelp.total > 0 && `${plural(unreadHelp.total, "demande")} d’aide`,
    toReplace > 0 && `${plural(toReplace, "élève")} à replacer`,
    toSign.total > 0 && `${toSign.total} à faire signer`,
    toComplete.total > 0 && `${toComplete.total} à compléter`,
    toDecide > 0 && `${plural(toDecide, "élève")} sans stage`,
    atTeachers.total > 0 && `${atTeachers.total} chez les professeurs`,
  ].filter((part) => part !== false);
  return `Point du matin : ${told.slice(0, 2).join(", ")}`;
}

/** To the head of a school, once a school day, in place of an e-mail an agreement: figures, and no pupil. */
export const schoolHeadDigestEmail = defineEmail<Props>()({
  name: "school-head-digest",
  sentOn: ["school.head_digest"],
  topic: "reminders",
  because: () => BECAUSE.school,
  subject,
  title: () => "Le point du matin",
  preview: () => "Ce qui attend votre décision, et ce qui attend chez les professeurs.",
  action: ({ link }) => ({ label: "Ouvrir le tableau de mon établissement", link }),
  ...emailContent((_: Props) => [NEWS, INSTEAD], facts),
  samples: [
    toSchool({
      toSign: { total: 3, days: 4 },
      toComplete: { total: 2, days: 6 },
      toDecide: 0,
      atTeachers: { total: 5, days: 16 },
      toReplace: 0,
      withNothing: 41,
      unreadHelp: { total: 1, days: 1 },
      link: sampleLink("/etablissement"),
    }),
  ],
});
