import { HELP_REASONS } from "#app/domain/follow-up/board/help-order.ts";
import { typeset } from "#app/kernel/typography.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { HELP_RULE } from "../../messages/board.ts";

/** How the pupils are put in order, for whoever wonders. */
export function HelpRule() {
  return (
    <Disclosure title="Qui vient en premier&nbsp;?">
      <p>Les élèves à aider d’abord viennent en haut. Dans l’ordre, celles et ceux qui ont&nbsp;:</p>
      <ol>
        {HELP_REASONS.map((reason) => (
          <li key={reason}>{typeset(HELP_RULE[reason])}</li>
        ))}
      </ol>
      <p>
        Une raison plus haute dans cette liste passe avant toutes celles d’en dessous. À raisons égales,
        celles et ceux qui ont le plus à trouver viennent d’abord, puis qui attend depuis le plus longtemps.
      </p>
    </Disclosure>
  );
}
