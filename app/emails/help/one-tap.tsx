import { Paragraph, SmallLink, SmallPrint } from "#app/emails/email-parts.tsx";
import type { EmailTemplate } from "#app/emails/email-template.ts";

const ONE_TAP = "Dire « J’ai lu » en un clic, sans se connecter";

interface ReadByLink {
  /** Where its reader says "J’ai lu" without signing in; null for who was not told by name. */
  readLink: string | null;
}

/** The two parts of an e-mail about a request for help: some paragraphs, then the link by which its reader says that they have read. */
export function withOneTap<Props extends ReadByLink>(
  paragraphs: (props: Props) => string[],
): Pick<EmailTemplate<Props>, "Body" | "text"> {
  return {
    Body: (props) => (
      <>
        {paragraphs(props).map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        {props.readLink ? (
          <SmallPrint>
            <SmallLink href={props.readLink}>{ONE_TAP}</SmallLink>
          </SmallPrint>
        ) : null}
      </>
    ),
    text: (props) => [...paragraphs(props), props.readLink && `${ONE_TAP} :\n${props.readLink}`],
  };
}
