import { ofName } from "#app/kernel/text.ts";

/** "Convention d’Inès Martin" */
export function agreementTitle({ pupil }: { pupil: { firstName: string; lastName: string } }): string {
  return `Convention ${ofName(`${pupil.firstName} ${pupil.lastName}`.trim())}`;
}
