/** French puts a space before these signs, and no line may begin with one; the same inside quotation marks. */
export function typeset(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, "\u00a0").replaceAll("« ", "«\u00a0");
}

/** The same for what may also be elements: those are left as they are. */
export function typesetNode<Node>(node: Node): Node | string {
  return typeof node === "string" ? typeset(node) : node;
}
