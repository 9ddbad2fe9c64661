import { listOfLines } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";

/** Hosts write one activity a line: several lines are a list. */
export function Activities({ text }: { text: string }) {
  const lines = listOfLines(text);
  if (lines.length < 2) return <p className="told-text">{typeset(text.trim())}</p>;
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={`${index}-${line.slice(0, 20)}`}>{typeset(line)}</li>
      ))}
    </ul>
  );
}
