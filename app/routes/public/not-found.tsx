import { notFound } from "#app/web/errors.server.ts";

/** Any address that no other route answers: the root's error page says so. */
export function loader(): never {
  throw notFound();
}

export const action = loader;

export default function NotFound() {
  return null;
}
