import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { getPrintedCards } from "#app/domain/activation/class-cards.queries.server.ts";
import { qrCodePath } from "#app/infra/qr-code.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { validUntil } from "#app/ui/messages/accounts/activation.ts";
import { notFound } from "#app/web/errors.server.ts";
import { foundOrThrow, requireSchool } from "../agreements/agreement-request.server.ts";

/** The cards that were just made, eight on a sheet of paper. Neither the name of the file nor the square tells a code. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, ...base } = await requireSchool(args);
  const { classGroupId } = args.params;
  if (!isId(classGroupId)) throw notFound();
  const printed = foundOrThrow(await getPrintedCards({ ...base, links: app.links }, classGroupId));
  const { name, schoolName, expiresAt, cards } = printed;
  // The page says that codes are shown for a quarter of an hour, and how to print others.
  if (!expiresAt) throw redirect(paths.school.printedCards(classGroupId));
  const page = new URL(paths.activation(), app.env.PUBLIC_URL);
  const pdf = await app.pdf.printCards({
    title: `Cartes d’activation de la classe ${name}`,
    place: `${name}, ${schoolName}`,
    address: page.host + page.pathname,
    square: qrCodePath(page.href),
    until: validUntil(expiresAt),
    cards: cards.map(({ firstName, lastName, code, signInName }) => {
      return { name: `${firstName} ${lastName.charAt(0)}.`, code, signInName };
    }),
    createdAt: base.clock.now(),
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.byteLength),
      "Content-Disposition": 'inline; filename="cartes.pdf"',
      "Cache-Control": "private, no-store",
    },
  });
}
