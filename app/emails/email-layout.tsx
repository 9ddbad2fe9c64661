import type { ReactNode } from "react";
import { Action, Box, Paragraph, SmallLink, SmallPrint } from "./email-parts.tsx";
import { DARK_THEME, styles } from "./email-styles.ts";
import { greeting, REPLY, SERVICE_NAME, UNSUBSCRIBE, type EmailFrame } from "./wording.ts";

interface EmailLayoutProps extends EmailFrame {
  title: string;
  /** What mail readers show after the subject: no name of a minor here either. */
  preview: string;
  children?: ReactNode;
}

/** What every e-mail shares: width, colours, greeting, action, footer. */
export function EmailLayout(props: EmailLayoutProps) {
  const { title, preview, firstName, because, action, unsubscribeLink, canReply, children } = props;
  return (
    <html lang="fr">
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="x-apple-disable-message-reformatting" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: DARK_THEME }} />
      </head>
      <body className="page" style={styles.body}>
        <Preheader text={preview} />
        <Sheet title={title}>
          <p className="grey" style={styles.service}>
            {SERVICE_NAME}
          </p>
          <h1 className="ink" style={styles.title}>
            {title}
          </h1>
          <Paragraph>{greeting(firstName)}</Paragraph>
          {children}
          {action ? <Action {...action} /> : null}
          <hr className="rule" style={styles.rule} />
          <SmallPrint>
            {because}
            {canReply ? ` ${REPLY}` : null}
          </SmallPrint>
          {unsubscribeLink ? (
            <SmallPrint>
              <SmallLink href={unsubscribeLink}>{UNSUBSCRIBE}</SmallLink>
            </SmallPrint>
          ) : null}
        </Sheet>
      </body>
    </html>
  );
}

/** Characters without width after the preview: without them, mail readers go on with the words of the page. */
const FILLER = "\u034f\u200c\u00a0".repeat(100);

function Preheader({ text }: { text: string }) {
  return (
    <div className="preheader" style={styles.preheader}>
      {text}
      {FILLER}
    </div>
  );
}

/** A column of 600 pixels at most on a grey page. Readers that drop `<html>` keep its language from here. */
function Sheet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="article" aria-label={title} lang="fr">
      <table
        role="presentation"
        width="100%"
        border={0}
        cellPadding={0}
        cellSpacing={0}
        className="page"
        style={styles.body}
      >
        <tbody>
          <tr>
            <td align="center" style={styles.page}>
              <Box width={600} className="card" style={styles.card} cellStyle={styles.cardCell}>
                {children}
              </Box>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
