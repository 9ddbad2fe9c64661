import sprite from "./families.svg?url";

/** The drawing of a family of trades, in its colour. Decorative: the family or the sector is told beside it. */
export function FamilyPictogram({ family }: { family: string }) {
  return (
    <span className={`family family--${family}`} aria-hidden="true">
      <svg viewBox="0 0 24 24" focusable="false">
        <use href={`${sprite}#${family}`} />
      </svg>
    </span>
  );
}
