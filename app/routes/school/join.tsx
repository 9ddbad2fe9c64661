import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { claimSchool } from "#app/domain/schools/team/claim-school.server.ts";
import {
  findJoinableSchools,
  getJoinableSchool,
} from "#app/domain/schools/team/joinable-schools.queries.server.ts";
import { requestToJoin } from "#app/domain/schools/team/request-to-join.server.ts";
import { claimSchoolSchema, requestToJoinSchema } from "#app/domain/schools/team/school-team.schema.ts";
import { cleanLine } from "#app/kernel/clean-text.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { CLAIM_REFUSALS, joinRefusal } from "#app/ui/messages/accounts/school-team.ts";
import { JoinSchoolPage } from "#app/ui/school/join-school-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf, clientAddressOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { countLinkTo } from "#app/web/links/link-requests.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure, tooManyTries } from "#app/web/security/sign-in-failures.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Ouvrir l’espace de votre établissement") }];

const SHORTEST = 2;
const LONGEST = 100;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const words = cleanLine(searchParams.get("q") ?? "")
    .trim()
    .slice(0, LONGEST);
  const found = words.length < SHORTEST ? null : await findJoinableSchools(appOf(args).db, words);
  const uai = claimSchoolSchema.safeParse({ uai: searchParams.get("demande") });
  const school = uai.success ? await getJoinableSchool(appOf(args).db, uai.data.uai) : null;
  return { words, found, school, done: doneOn("joinSchool", searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const app = appOf(args);
  const fromHere = await app.rateLimits.consume("link-address", clientAddressOf(args));
  if (fromHere !== null) throw tooManyTries(app, "school_sign_up", fromHere);
  const { intent, form: sent } = await readIntent(args.request, INTENTS.joinSchool);
  if (intent === "request") return request(args, sent);
  const form = parseFormData(sent, claimSchoolSchema);
  if (!form.ok) throw notFound();
  const { uai } = form.value;
  const toThere = await app.rateLimits.consume("school-claim", uai);
  if (toThere !== null) throw tooManyTries(app, "school_sign_up", toThere);
  const outcome = await claimSchool(app, { uai });
  if (!outcome.ok) {
    if (outcome.error.code === "not_found") throw notFound();
    countFailure(app, "school_sign_up", outcome.error.code, uai);
    return refused({}, CLAIM_REFUSALS[outcome.error.code]);
  }
  logSecurity(args, "link_requested");
  throw redirect(paths.school.join({ fait: "envoye" }), 303);
}

/** Someone of the académie asks the school to let them in. */
async function request(args: ActionFunctionArgs, sent: FormData) {
  const app = appOf(args);
  const form = parseFormData(sent, requestToJoinSchema);
  if (!form.ok) {
    if (form.errors.uai) throw notFound();
    return invalid(form);
  }
  const email = form.value.email.toLowerCase();
  await countLinkTo(app, email);
  const outcome = await requestToJoin(app, { ...form.value, email });
  if (!outcome.ok) {
    if (outcome.error.code === "not_found") throw notFound();
    countFailure(app, "school_sign_up", outcome.error.code, form.value.uai);
    return refused(form.typed, joinRefusal(outcome.error), "email");
  }
  logSecurity(args, "link_requested");
  throw redirect(paths.school.join({ fait: "demande" }), 303);
}

export default function JoinSchool() {
  return <JoinSchoolPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
