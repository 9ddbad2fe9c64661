import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chosenPupilsSchema } from "#app/domain/activation/activation.schema.ts";
import { getClassCards } from "#app/domain/activation/class-cards.queries.server.ts";
import { printCards } from "#app/domain/activation/print-cards.server.ts";
import { revokeCodes } from "#app/domain/activation/revoke-codes.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { CARDS_REFUSALS } from "#app/ui/messages/accounts/activation.ts";
import { ClassCardsPage } from "#app/ui/school/cards/class-cards-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { foundOrThrow, requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Cartes d’activation de la classe ${data.name}` : "Cartes d’activation") },
];

function classOf({ params }: Pick<LoaderFunctionArgs, "params">): string {
  if (!isId(params.classGroupId)) throw notFound();
  return params.classGroupId;
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const found = foundOrThrow(await getClassCards(ctx, classOf(args)));
  return { ...found, done: doneOn("classCards", new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, ...base } = await requireSchool(args);
  const ctx = { ...base, links: app.links };
  const classGroupId = classOf(args);
  const { intent, form } = await readIntent(args.request, INTENTS.classCards);
  const parsed = parseFormData(form, chosenPupilsSchema);
  if (!parsed.ok) throw notFound();
  const input = { classGroupId, pupilIds: parsed.value.pupil };
  const outcome = await (intent === "print" ? printCards(ctx, input) : revokeCodes(ctx, input));
  if (!outcome.ok) {
    if (outcome.error.code === "not_found") throw notFound();
    return refused(parsed.typed, CARDS_REFUSALS[outcome.error.code], "pupil");
  }
  const next =
    intent === "print"
      ? paths.school.printedCards(classGroupId)
      : paths.school.classCards(classGroupId, { fait: "annule" });
  throw redirect(next, 303);
}

export default function ClassCards() {
  return <ClassCardsPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
