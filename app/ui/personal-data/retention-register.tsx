import type { RetentionRule } from "#app/domain/personal-data/retention-rules.ts";
import { typeset } from "#app/kernel/typography.ts";

type PublishedRule = Pick<RetentionRule, "what" | "whose" | "why" | "until" | "source">;

/** The rules that the job of each night applies, one a row; read one after the other on a telephone. */
export function RetentionRegister({ rules }: { rules: readonly PublishedRule[] }) {
  return (
    <dl className="data-list">
      {rules.map(({ what, whose, why, until, source }) => (
        <div className="data-list__row" key={what}>
          <dt>
            {typeset(what)}
            <br />
            <span className="fr-hint-text">{typeset(whose)}</span>
          </dt>
          <dd>
            {typeset(until)}.
            <br />
            <span className="fr-hint-text">
              {typeset(`Pour : ${why.charAt(0).toLowerCase()}${why.slice(1)}.`)} {typeset(source)}.
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
