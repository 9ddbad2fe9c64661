import type { CSSProperties, ReactNode } from "react";
import { styles } from "./email-styles.ts";
import type { EmailAction, Fact } from "./email-template.ts";

interface BoxProps {
  /** In pixels, for readers that know no `max-width`. */
  width?: number;
  className?: string;
  style?: CSSProperties;
  cellStyle?: CSSProperties;
  children: ReactNode;
}

/** A table of one cell: the only box whose width, borders and padding every mail reader respects. */
export function Box({ width, className, style, cellStyle, children }: BoxProps) {
  return (
    <table
      role="presentation"
      width={width ?? "100%"}
      border={0}
      cellPadding={0}
      cellSpacing={0}
      className={className}
      style={style}
    >
      <tbody>
        <tr>
          <td style={cellStyle}>{children}</td>
        </tr>
      </tbody>
    </table>
  );
}

interface TextLinkProps {
  href: string;
  className: string;
  style: CSSProperties;
  children: ReactNode;
}

/** Opens in a tab of its own: webmails and administrators show an e-mail in a frame. */
export function TextLink({ children, ...props }: TextLinkProps) {
  return (
    <a target="_blank" {...props}>
      {children}
    </a>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <p className="ink" style={styles.paragraph}>
      {children}
    </p>
  );
}

/** In small grey characters, under what it completes. */
export function SmallPrint({ children }: { children: ReactNode }) {
  return (
    <p className="grey" style={styles.small}>
      {children}
    </p>
  );
}

/** An address that is said in small print. */
export function SmallLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <TextLink className="grey" href={href} style={styles.smallLink}>
      {children}
    </TextLink>
  );
}

/** Set apart by a rule on their left. */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <Box className="facts" style={styles.facts} cellStyle={styles.factsCell}>
      {children}
    </Box>
  );
}

/** Names and values, a paragraph each, so that both are read together; an item without value is left out. */
export function Facts({ items }: { items: Fact[] }) {
  return (
    <Aside>
      {items.map(([term, details]) =>
        details === null || details.length === 0 ? null : (
          <p key={term} className="ink" style={styles.details}>
            <span className="grey" style={styles.term}>
              {term}
            </span>
            <Lines lines={typeof details === "string" ? [details] : details} />
          </p>
        ),
      )}
    </Aside>
  );
}

/** Each on a line of its own. */
function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <span key={line}>
      <br />
      {line}
    </span>
  ));
}

/** A short list, a line each. */
export function List({ items }: { items: string[] }) {
  return (
    <ul className="ink" style={styles.list}>
      {items.map((item) => (
        <li key={item} style={styles.item}>
          {item}
        </li>
      ))}
    </ul>
  );
}

/** Offers, each with where it is. */
export function OfferLinks({ offers }: { offers: { title: string; where: string; link: string }[] }) {
  return (
    <Aside>
      {offers.map(({ title, where, link }) => (
        <p key={link} className="ink" style={styles.details}>
          <TextLink className="link" href={link} style={styles.strongLink}>
            {title}
          </TextLink>
          <br />
          <span className="grey" style={styles.term}>
            {where}
          </span>
        </p>
      ))}
    </Aside>
  );
}

/** The one thing to do, as a button, with its address for readers that show no button. */
export function Action({ label, link }: EmailAction) {
  return (
    <>
      <table role="presentation" border={0} cellPadding={0} cellSpacing={0}>
        <tbody>
          <tr>
            <td className="button" style={styles.button}>
              <TextLink className="button" href={link} style={styles.buttonLink}>
                {label}
              </TextLink>
            </td>
          </tr>
        </tbody>
      </table>
      <SmallPrint>
        Si le bouton ne répond pas, recopiez cette adresse : <SmallLink href={link}>{link}</SmallLink>
      </SmallPrint>
    </>
  );
}
