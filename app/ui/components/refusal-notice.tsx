import { fieldErrors, messageOf, type Refusal } from "../forms/refusal.ts";
import { ErrorSummary, errorLinks } from "./error-summary.tsx";
import { Notice, type NoticeProps } from "./notice.tsx";

interface RefusalNoticeProps {
  refusal: Refusal | undefined;
  tone?: NoticeProps["tone"];
}

/** What was refused: of the whole in a notice of its own, of the fields in a summary that leads to them. */
export function RefusalNotice({ refusal, tone = "warning" }: RefusalNoticeProps) {
  const message = messageOf(refusal);
  return (
    <>
      {message ? <Notice tone={tone} title={message} live /> : null}
      <ErrorSummary errors={errorLinks(fieldErrors(refusal))} />
    </>
  );
}
