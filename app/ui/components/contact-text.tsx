import { Fragment } from "react";
import { typeset } from "#app/kernel/typography.ts";

const CONTACT = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\+33[\s.-]?|0)[1-9](?:[\s.-]?\d{2}){4})/;

/** A text in which numbers are to be pressed and addresses to be written to, as they were typed. */
export function ContactText({ text }: { text: string }) {
  return text
    .split(CONTACT)
    .map((part, index) => (
      <Fragment key={index}>
        {index % 2 === 1 ? <a href={contactHref(part)}>{part}</a> : typeset(part)}
      </Fragment>
    ));
}

function contactHref(contact: string): string {
  return contact.includes("@") ? `mailto:${contact}` : `tel:${contact.replace(/[^\d+]/g, "")}`;
}
