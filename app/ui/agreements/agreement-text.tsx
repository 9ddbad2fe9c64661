import { Fragment } from "react";
import type { FilledPart } from "#app/domain/agreements/text/agreement-text.fill.ts";
import type { ToldAgreementText } from "#app/domain/agreements/text/told-agreement-text.ts";
import type { ReadableBlock } from "#app/domain/agreements/text/readable-blocks.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { typeset } from "#app/kernel/typography.ts";
import { Activities } from "../components/activities.tsx";
import { DataList } from "../components/data-list.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { HoursTable } from "../components/hours-table.tsx";

interface AgreementTextProps {
  /** Null for who may not read it. */
  text: ToldAgreementText | null;
  hoursGrid: HoursGrid;
  period: { startsOn: string; endsOn: string };
}

/** What will be signed, whole, for those who do not open PDF files. */
export function AgreementText({ text, hoursGrid, period }: AgreementTextProps) {
  if (!text) return null;
  return (
    <section aria-labelledby="texte">
      <h2 id="texte">Le texte de la convention</h2>
      <Disclosure title="Lire le texte entier, tel qu’il sera signé">
        <p>
          <strong>{typeset(text.title)}</strong>
        </p>
        {text.notice ? <p>{typeset(text.notice)}</p> : null}
        {text.blocks.map((block, index) => (
          <Block key={index} block={block} hoursGrid={hoursGrid} period={period} />
        ))}
      </Disclosure>
    </section>
  );
}

function Block({
  block,
  hoursGrid,
  period,
}: Pick<AgreementTextProps, "hoursGrid" | "period"> & { block: ReadableBlock }) {
  switch (block.kind) {
    case "visas":
    case "list":
      return (
        <ul>
          {block.items.map((parts, index) => (
            <li key={index}>
              <Run parts={parts} />
            </li>
          ))}
        </ul>
      );
    case "heading":
      return block.level === 2 ? <h3>{typeset(block.text)}</h3> : <h4>{typeset(block.text)}</h4>;
    case "article":
      return (
        <>
          <h4>{typeset(block.heading)}</h4>
          <p>
            <Run parts={block.parts} />
          </p>
        </>
      );
    case "paragraph":
      return (
        <p>
          {block.label ? <strong>{typeset(`${block.label} : `)}</strong> : null}
          <Run parts={block.parts} />
        </p>
      );
    case "facts":
      return (
        <DataList
          items={block.facts.map(({ label, parts }) => ({
            term: label,
            details: <FactValue parts={parts} />,
          }))}
        />
      );
    case "hours_grid":
      return (
        <HoursTable
          grid={hoursGrid}
          periods={[period]}
          caption="Horaires de présence, dans le texte de la convention"
        />
      );
    case "signatures":
      return <Signatures boxes={block.boxes} />;
  }
}

function Run({ parts }: { parts: readonly FilledPart[] }) {
  return parts.map((part, index) => (
    <Fragment key={index}>
      {part.kind === "text" ? typeset(part.text) : part.kind === "value" ? <Value text={part.text} /> : "…"}
    </Fragment>
  ));
}

/** Several lines are a list. */
function FactValue({ parts }: { parts: readonly FilledPart[] }) {
  const [only] = parts;
  return parts.length === 1 && only?.kind === "value" ? (
    <Activities text={only.text} />
  ) : (
    <Run parts={parts} />
  );
}

function Value({ text }: { text: string }) {
  return <strong className="told-text">{typeset(text)}</strong>;
}

function Signatures({ boxes }: { boxes: readonly { label: string; note: string }[] }) {
  return (
    <>
      <p>Signatures&nbsp;:</p>
      <ul>
        {boxes.map(({ label, note }) => (
          <li key={label}>{typeset(note ? `${label} (${note})` : label)}</li>
        ))}
      </ul>
    </>
  );
}
