import { typeset } from "#app/kernel/typography.ts";
import type { DoneCode } from "#app/paths.ts";
import type { DoneText } from "../messages/done-text.ts";
import { DONE_TEXTS, type ToldPage } from "../messages/done.ts";
import { Notice } from "./notice.tsx";

interface DoneNoticeProps<On extends ToldPage> {
  page: On;
  /** From the address; null when nothing was. */
  done: DoneCode<On> | null;
  level?: 2 | 3;
}

/** Tells, on the page that follows, what was just done. */
export function DoneNotice<On extends ToldPage>({ page, done, level = 2 }: DoneNoticeProps<On>) {
  if (done === null) return null;
  const texts: Record<DoneCode<On>, DoneText> = DONE_TEXTS[page];
  const { title, text } = texts[done];
  return (
    <Notice tone="success" title={title} level={level} live>
      {text ? <p>{typeset(text)}</p> : null}
    </Notice>
  );
}
