const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const INK = "#1e1e1e";
const GREY = "#5c5c66";
const BLUE = "#000091";

/** Written on each element: several mail readers drop style sheets, and some drop margins that are not told. */
export const styles = {
  body: { backgroundColor: "#f4f4f8", margin: 0, padding: 0 },
  page: { fontFamily: FONT, padding: "24px 8px" },
  card: {
    backgroundColor: "#ffffff",
    borderRadius: "6px",
    borderTop: `4px solid ${BLUE}`,
    maxWidth: "600px",
    width: "100%",
  },
  cardCell: { padding: "24px", textAlign: "left" },
  service: { color: GREY, fontSize: "14px", fontWeight: 700, lineHeight: "20px", margin: "0 0 16px" },
  title: { color: INK, fontSize: "24px", lineHeight: "32px", margin: "0 0 16px" },
  paragraph: { color: INK, fontSize: "16px", lineHeight: "26px", margin: "0 0 16px" },
  strong: { color: INK, fontSize: "16px", fontWeight: 700, lineHeight: "24px", margin: "0 0 4px" },
  details: { color: INK, fontSize: "16px", lineHeight: "24px", margin: "0 0 10px" },
  term: { color: GREY, fontSize: "14px" },
  facts: { borderLeft: `3px solid ${BLUE}`, margin: "0 0 20px" },
  factsCell: { padding: "0 0 0 16px" },
  list: { color: INK, fontSize: "16px", lineHeight: "26px", margin: "0 0 16px", padding: "0 0 0 20px" },
  item: { margin: "0 0 4px" },
  group: { margin: "0 0 16px" },
  link: { color: BLUE, textDecoration: "underline" },
  strongLink: { color: BLUE, fontWeight: 600, textDecoration: "underline" },
  button: { backgroundColor: BLUE, borderRadius: "4px", msoPaddingAlt: "12px 20px" },
  buttonLink: {
    backgroundColor: BLUE,
    borderRadius: "4px",
    color: "#ffffff",
    display: "inline-block",
    fontSize: "16px",
    fontWeight: 600,
    lineHeight: "20px",
    padding: "12px 20px",
    textDecoration: "none",
  },
  small: {
    color: GREY,
    fontSize: "14px",
    lineHeight: "22px",
    margin: "8px 0 0",
    overflowWrap: "anywhere",
    wordBreak: "break-word",
  },
  smallLink: { color: GREY, textDecoration: "underline" },
  rule: { border: "none", borderTop: "1px solid #dddde6", margin: "24px 0 12px" },
  /** Read by the list of messages, not by the eye. */
  preheader: {
    display: "none",
    fontSize: "1px",
    lineHeight: "1px",
    maxHeight: 0,
    maxWidth: 0,
    opacity: 0,
    overflow: "hidden",
  },
} as const;

/** Readers that follow the system's theme get dark colours; the others keep those above. */
export const DARK_THEME = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #161616 !important; }
  .card { background-color: #1e1e1e !important; border-color: #8585f6 !important; }
  .ink { color: #eeeeee !important; }
  .grey { color: #b5b5bd !important; }
  .link { color: #8585f6 !important; }
  .facts { border-color: #8585f6 !important; }
  .rule { border-color: #3a3a42 !important; }
  .button { background-color: #8585f6 !important; color: #121225 !important; }
}`;
