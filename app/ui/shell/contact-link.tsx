import { useShellData } from "./shell-data.ts";

/** The address to which readers write about the site itself. */
export function ContactLink() {
  const { contact } = useShellData();
  return <a href={`mailto:${contact}`}>{contact}</a>;
}
