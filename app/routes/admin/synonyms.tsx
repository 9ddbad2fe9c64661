import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveSynonyms } from "#app/domain/search/words/save-synonyms.server.ts";
import { listSynonyms } from "#app/domain/search/words/synonyms.queries.server.ts";
import { synonymsSchema } from "#app/domain/search/words/synonyms.schema.ts";
import { doneOn, paths } from "#app/paths.ts";
import { typedWords } from "#app/ui/admin/synonyms-form.tsx";
import { SynonymsPage } from "#app/ui/admin/synonyms-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { synonymsFailureMessage } from "#app/ui/messages/administration/synonyms.ts";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Synonymes de la recherche", location.search)) },
];

const LONGEST_FILTER = 60;

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const containing = (query.get("mot") ?? "").trim().slice(0, LONGEST_FILTER);
  const cursor = query.get("curseur");
  return {
    ...(await listSynonyms(db, { containing, cursor })),
    containing,
    isFirstPage: cursor === null,
    done: doneOn("synonyms", query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const { form: typed } = await readIntent(args.request, INTENTS.synonyms);
  const form = parseFormData(typed, synonymsSchema);
  if (!form.ok) return invalid(form);
  const saved = await saveSynonyms(ctx, { id: null, words: form.value.words });
  if (!saved.ok) return refused(form.typed, synonymsFailureMessage(saved.error), "words");
  throw redirect(paths.admin.synonyms({ fait: "ajoute" }), 303);
}

export default function Synonyms() {
  return (
    <SynonymsPage {...useLoaderData<typeof loader>()} refused={typedWords(useActionData<typeof action>())} />
  );
}
