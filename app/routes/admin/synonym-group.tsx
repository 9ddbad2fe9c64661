import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deleteSynonyms } from "#app/domain/search/words/delete-synonyms.server.ts";
import { saveSynonyms } from "#app/domain/search/words/save-synonyms.server.ts";
import { getSynonyms } from "#app/domain/search/words/synonyms.queries.server.ts";
import { synonymsSchema } from "#app/domain/search/words/synonyms.schema.ts";
import { paths } from "#app/paths.ts";
import { DeleteSynonymGroupPage, SynonymGroupPage } from "#app/ui/admin/synonym-group-page.tsx";
import { typedWords } from "#app/ui/admin/synonyms-form.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { synonymsFailureMessage } from "#app/ui/messages/administration/synonyms.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Un groupe de synonymes") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  const group = await getSynonyms(db, args.params.groupId);
  if (!group) throw notFound();
  const { updatedAt, ...shown } = group;
  return {
    group: { ...shown, version: updatedAt.toISOString() },
    deleting: new URL(args.request.url).searchParams.has("supprimer"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const group = await getSynonyms(ctx.db, args.params.groupId);
  if (!group) throw notFound();
  const { intent, form: typed } = await readIntent(args.request, INTENTS.synonymGroup);
  if (intent === "delete") {
    await deleteSynonyms(ctx, group);
    throw redirect(paths.admin.synonyms({ fait: "supprime" }), 303);
  }
  const form = parseFormData(typed, synonymsSchema);
  if (!form.ok) return invalid(form);
  const saved = await saveSynonyms(ctx, {
    id: group.id,
    words: form.value.words,
    readAt: form.value.version,
  });
  if (!saved.ok) return refused(form.typed, synonymsFailureMessage(saved.error), "words");
  throw redirect(paths.admin.synonyms({ fait: "modifie" }), 303);
}

export default function SynonymGroup() {
  const { group, deleting } = useLoaderData<typeof loader>();
  const refusal = typedWords(useActionData<typeof action>());
  return deleting && !refusal ? (
    <DeleteSynonymGroupPage {...group} />
  ) : (
    <SynonymGroupPage {...group} refused={refusal} />
  );
}
