import { Link } from "@remix-run/react";

import { hostsNamedIn } from "#app/domain/applications/letters/letter.ts";
import type { SentLetter } from "#app/domain/applications/letters/sent-letter.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { Notice } from "../../components/notice.tsx";
import { typeset } from "#app/kernel/typography.ts";

interface LetterReuseProps {
  offerId: string;
  letters: readonly SentLetter[];
  /** A text is already begun for this offer. */
  hasDraft: boolean;
}

/** Letters sent before, to start from. */
export function LetterReuse({ offerId, letters, hasDraft }: LetterReuseProps) {
  if (letters.length === 0) return null;
  return (
    <Disclosure title="Reprendre une lettre déjà envoyée">
      <p>
        Elle s’affichera à la place du texte ci-dessous, et vous pourrez l’adapter.
        {hasDraft ? " Votre brouillon reste enregistré tant que vous ne modifiez rien." : ""}
      </p>
      <ul>
        {letters.map(({ applicationId, title, organisation, sentAt }) => (
          <li key={applicationId}>
            <Link to={`${paths.apply(offerId, { lettre: applicationId })}#motivation`}>{typeset(title)}</Link>
            {`, ${organisation}, le ${frenchDate(parisDate(sentAt))}`}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Another host's name in the letter: the mistake that everyone has made once. */
export function NamedHostsWarning({ letter, otherHosts }: { letter: string; otherHosts: readonly string[] }) {
  const named = hostsNamedIn(letter, otherHosts);
  return (
    <div aria-live="polite">
      {named.length > 0 ? (
        <Notice tone="warning" title="Cette lettre nomme un autre employeur" level={3}>
          <p>
            Avant d’envoyer, remplacez «&nbsp;{named.join("\u00a0», «\u00a0")}&nbsp;» par ce qui convient ici.
          </p>
        </Notice>
      ) : null}
    </div>
  );
}
