import { Fragment } from "react";
import { typeset } from "#app/kernel/typography.ts";

/** Paragraphs and lines as they were written, in lines as long as the screen allows. */
export function PlainText({ text }: { text: string }) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph, index) => (
      <p className="plain-text" key={index}>
        {paragraph.split("\n").map((line, row) => (
          <Fragment key={row}>
            {row > 0 ? <br /> : null}
            {typeset(line)}
          </Fragment>
        ))}
      </p>
    ));
}
