import { type KeyboardEvent, useRef, useState } from "react";

import { paths } from "#app/paths.ts";
import { plural } from "#app/kernel/text.ts";
import { describedBy, type FieldProps, FieldShell } from "../components/fields/field-shell.tsx";

const WAIT_MS = 150;
const SHORTEST = 2;

async function fetchLabels(text: string, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(paths.places(text), { signal });
  if (!response.ok) return [];
  const { lieux } = (await response.json()) as { lieux: { label: string }[] };
  return lieux.map(({ label }) => label);
}

/** Proposals for what is being typed; only the answer to the last text is kept. */
function useProposals() {
  const [proposals, setProposals] = useState<string[]>([]);
  const pending = useRef<{ timer: number; abort: AbortController } | null>(null);
  const drop = () => {
    if (pending.current) window.clearTimeout(pending.current.timer);
    pending.current?.abort.abort();
    setProposals([]);
  };
  const ask = (text: string) => {
    drop();
    if (text.trim().length < SHORTEST) return;
    const abort = new AbortController();
    const load = () =>
      void fetchLabels(text, abort.signal)
        .then((labels) => (abort.signal.aborted ? undefined : setProposals(labels)))
        .catch(() => undefined);
    pending.current = { timer: window.setTimeout(load, WAIT_MS), abort };
  };
  return { proposals, ask, drop };
}

/**
 * A place typed as one likes: the server understands it. With JavaScript, communes are proposed on the way
 * (ARIA combobox with a list); without, it is a plain text field.
 */
export function PlaceField({
  defaultValue,
  onChoose,
  ...field
}: FieldProps & { defaultValue?: string; onChoose?: () => void }) {
  const { name, id = name, error, required } = field;
  const input = useRef<HTMLInputElement>(null);
  const { proposals, ask, drop } = useProposals();
  const [active, setActive] = useState(-1);
  const [enhanced, setEnhanced] = useState(false);
  const open = proposals.length > 0;
  const listId = `${id}-propositions`;

  const choose = (label: string) => {
    if (input.current) input.current.value = label;
    setActive(-1);
    drop();
    onChoose?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const chosen = proposals[active];
    if (event.key === "ArrowDown") setActive((active + 1) % proposals.length);
    else if (event.key === "ArrowUp") setActive(active <= 0 ? proposals.length - 1 : active - 1);
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key === "Escape") drop();
    else return;
    event.preventDefault();
  };

  return (
    <div className="place-field">
      <FieldShell id={id} field={field} className="fr-input-group">
        <input
          ref={input}
          className={`fr-input${error ? " fr-input--error" : ""}`}
          id={id}
          name={name}
          type="text"
          defaultValue={defaultValue}
          required={required}
          autoComplete="off"
          enterKeyHint="search"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, field)}
          {...(enhanced
            ? {
                role: "combobox",
                "aria-autocomplete": "list",
                "aria-expanded": open,
                "aria-controls": listId,
                "aria-activedescendant": open && active >= 0 ? `${listId}-${active}` : undefined,
              }
            : {})}
          onFocus={() => setEnhanced(true)}
          onInput={(event) => {
            setActive(-1);
            ask(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={drop}
        />
      </FieldShell>
      <ul className="place-field__list" id={listId} role="listbox" aria-label="Lieux proposés" hidden={!open}>
        {proposals.map((label, index) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field, which keeps the focus, takes the keys
          <li
            className={`place-field__option${index === active ? " place-field__option--active" : ""}`}
            id={`${listId}-${index}`}
            key={label}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus, whose loss closes the list: the choice itself is made on the click, so that a
            // finger that scrolls chooses nothing and a press can still be given up.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(label)}
          >
            {label}
          </li>
        ))}
      </ul>
      <span className="fr-sr-only" role="status">
        {open ? plural(proposals.length, "lieu proposé", "lieux proposés") : ""}
      </span>
    </div>
  );
}
