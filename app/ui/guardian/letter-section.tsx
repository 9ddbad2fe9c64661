import { frenchTime } from "#app/kernel/calendar-date.ts";
import { ofName } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";

export interface OpenLetter {
  text: string | null;
  openUntil: Date;
}

interface LetterSectionProps {
  token: string;
  applicationId: string;
  pupilFirstName: string;
  letter: OpenLetter | null;
}

/** The pupil's own words: a code first, so that a link passed on does not open them. */
export function LetterSection({ token, applicationId, pupilFirstName, letter }: LetterSectionProps) {
  return (
    <section aria-labelledby="lettre">
      <h2 id="lettre">La lettre {ofName(pupilFirstName)}</h2>
      {letter ? (
        <>
          <blockquote className="letter">{letter.text}</blockquote>
          <p>La lettre reste ouverte sur cet appareil jusqu’à {hourOf(letter.openUntil)}.</p>
          <SubmitForm action={paths.guardianApplication(token, applicationId)}>
            <SubmitButton variant="secondary">Fermer la lettre</SubmitButton>
          </SubmitForm>
        </>
      ) : (
        <>
          <p>Pour la lire, demandez un code. Il arrive en quelques secondes.</p>
          <SubmitForm action={paths.guardianCode(token, applicationId)}>
            <SubmitButton intent="send" variant="secondary">
              Recevoir un code
            </SubmitButton>
          </SubmitForm>
        </>
      )}
    </section>
  );
}

/** "14:05" */
function hourOf(instant: Date): string {
  return frenchTime(instant);
}
