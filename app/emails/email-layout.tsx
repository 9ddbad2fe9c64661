import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { ReactNode } from "react";
import type { Fact, EmailAction } from "./email-template.ts";
import { greeting, REPLY, SERVICE_NAME, type EmailFrame } from "./wording.ts";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const INK = "#1e1e1e";
const GREY = "#5c5c66";
const BLUE = "#000091";

const styles = {
  body: { backgroundColor: "#f4f4f8", margin: 0, padding: "24px 8px", fontFamily: FONT },
  card: {
    backgroundColor: "#ffffff",
    borderRadius: "6px",
    borderTop: `4px solid ${BLUE}`,
    maxWidth: "600px",
    padding: "24px",
  },
  service: { color: GREY, fontSize: "14px", fontWeight: 700, lineHeight: "20px", margin: "0 0 16px" },
  title: { color: INK, fontSize: "24px", lineHeight: "32px", margin: "0 0 16px" },
  paragraph: { color: INK, fontSize: "16px", lineHeight: "26px", margin: "0 0 16px" },
  term: { color: GREY, fontSize: "14px", lineHeight: "20px", margin: 0 },
  details: { color: INK, fontSize: "16px", lineHeight: "24px", margin: "0 0 10px" },
  facts: { borderLeft: `3px solid ${BLUE}`, margin: "0 0 20px", paddingLeft: "16px" },
  list: { margin: "0 0 16px" },
  item: {
    color: INK,
    fontSize: "16px",
    lineHeight: "26px",
    margin: "0 0 4px",
    paddingLeft: "14px",
    textIndent: "-14px",
  },
  offer: { fontSize: "16px", lineHeight: "24px", margin: 0 },
  offerLink: { color: BLUE, fontWeight: 600, textDecoration: "underline" },
  where: { color: GREY, fontSize: "14px", lineHeight: "20px", margin: "0 0 12px" },
  button: {
    backgroundColor: BLUE,
    borderRadius: "4px",
    color: "#ffffff",
    fontSize: "16px",
    fontWeight: 600,
    padding: "12px 20px",
    textDecoration: "none",
  },
  small: { color: GREY, fontSize: "14px", lineHeight: "22px", margin: "8px 0 0", overflowWrap: "anywhere" },
  footLink: { color: GREY, textDecoration: "underline" },
  rule: { borderColor: "#dddde6", margin: "24px 0 12px" },
} as const;

/** Readers that follow the system's theme get dark colours; the others keep the inline ones. */
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: #161616 !important; }
  .card { background-color: #1e1e1e !important; border-color: #8585f6 !important; }
  .ink { color: #eeeeee !important; }
  .grey { color: #b5b5bd !important; }
  .link { color: #8585f6 !important; }
  .facts { border-color: #8585f6 !important; }
  .button { background-color: #8585f6 !important; color: #121225 !important; }
}`;

interface EmailLayoutProps extends EmailFrame {
  title: string;
  /** What mail readers show after the subject: no name of a minor here either. */
  preview: string;
  children?: ReactNode;
}

/** What every e-mail shares: width, colours, greeting, action, footer. */
export function EmailLayout({
  title,
  preview,
  firstName,
  because,
  action,
  unsubscribeLink,
  children,
}: EmailLayoutProps) {
  return (
    <Html lang="fr">
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: DARK }} />
      </Head>
      <Preview>{preview}</Preview>
      <Body className="page" style={styles.body}>
        <Container className="card" style={styles.card}>
          <Text className="grey" style={styles.service}>
            {SERVICE_NAME}
          </Text>
          <Heading as="h1" className="ink" style={styles.title}>
            {title}
          </Heading>
          <Paragraph>{greeting(firstName)}</Paragraph>
          {children}
          {action ? <Action {...action} /> : null}
          <Hr style={styles.rule} />
          <Text className="grey" style={styles.small}>
            {because} {REPLY}
          </Text>
          {unsubscribeLink ? (
            <Text className="grey" style={styles.small}>
              <Link className="grey" href={unsubscribeLink} style={styles.footLink}>
                Ne plus recevoir ce genre de message par courriel
              </Link>
            </Text>
          ) : null}
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={styles.paragraph}>
      {children}
    </Text>
  );
}

/** Names and values; an item without value is left out. */
export function Facts({ items }: { items: Fact[] }) {
  return (
    <Section className="facts" style={styles.facts}>
      {items.map(([term, details]) =>
        details === null || details.length === 0 ? null : (
          <div key={term}>
            <Text className="grey" style={styles.term}>
              {term}
            </Text>
            <Text className="ink" style={styles.details}>
              {typeof details === "string" ? details : <Lines lines={details} />}
            </Text>
          </div>
        ),
      )}
    </Section>
  );
}

/** Lines of text under each other. */
function Lines({ lines }: { lines: string[] }) {
  return lines.map((line, index) => (
    <span key={line}>
      {index > 0 ? <br /> : null}
      {line}
    </span>
  ));
}

/** A short list, a line each. */
export function List({ items }: { items: string[] }) {
  return (
    <Section style={styles.list}>
      {items.map((item) => (
        <Text key={item} className="ink" style={styles.item}>
          • {item}
        </Text>
      ))}
    </Section>
  );
}

/** Offers, each with where it is. */
export function OfferLinks({ offers }: { offers: { title: string; where: string; link: string }[] }) {
  return (
    <Section className="facts" style={styles.facts}>
      {offers.map(({ title, where, link }) => (
        <div key={link}>
          <Text style={styles.offer}>
            <Link className="link" href={link} style={styles.offerLink}>
              {title}
            </Link>
          </Text>
          <Text className="grey" style={styles.where}>
            {where}
          </Text>
        </div>
      ))}
    </Section>
  );
}

/** The one thing to do, as a button, with its address for readers that show no button. */
function Action({ label, link }: EmailAction) {
  return (
    <Section>
      <Button className="button" href={link} style={styles.button}>
        {label}
      </Button>
      <Text className="grey" style={styles.small}>
        Si le bouton ne répond pas, recopiez cette adresse :{" "}
        <Link className="grey" href={link} style={styles.footLink}>
          {link}
        </Link>
      </Text>
    </Section>
  );
}
