import { Badge } from "@codegouvfr/react-dsfr/Badge";
import { typeset } from "#app/kernel/typography.ts";

export type Tone = "info" | "success" | "warning" | "error" | "neutral";

/** A state in words; the colour and the sign only repeat it. */
export function StatusBadge({
  tone,
  children,
  small = true,
}: {
  tone: Tone;
  children: string;
  small?: boolean;
}) {
  return (
    <Badge
      as="span"
      small={small}
      className="status-badge"
      {...(tone === "neutral" ? {} : { severity: tone })}
    >
      {typeset(children)}
    </Badge>
  );
}
