import type { MetaFunction } from "@remix-run/node";
import { SignUpPage } from "#app/ui/auth/sign-up-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Créer un compte") }];

export default function SignUp() {
  return <SignUpPage />;
}
