/** On paper: what is scrolled on a screen is there as a whole, and what is only there to be pressed is not. */
export const PRINT_STYLE = `
@media print {
  :root { --ground: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; --accent: #0f766e; }
  body { font-size: 11pt; }
  section, figure, tr { break-inside: avoid; }
  .scroll, figure { overflow: visible; }
  nav, form, .skip, .language { display: none; }
}
`;
