import { Facts, Paragraph } from "./email-parts.tsx";
import type { EmailTemplate, Fact, Greeted } from "./email-template.ts";
import { factLines } from "./wording.ts";

/** The two parts of an e-mail that says the same in HTML and in text: some paragraphs, then facts if it has any. */
export function emailContent<Props>(
  paragraphs: (props: Props & Greeted) => string[],
  facts?: (props: Props & Greeted) => Fact[],
): Pick<EmailTemplate<Props>, "Body" | "text"> {
  return {
    Body: (props) => (
      <>
        {paragraphs(props).map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        {facts ? <Facts items={facts(props)} /> : null}
      </>
    ),
    text: (props) => [...paragraphs(props), facts ? factLines(facts(props)) : null],
  };
}
