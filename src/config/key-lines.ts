import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';

/** On which line each key of a file stands, by its whole name such as `labels.max`. */
export function keyLines(text: string): Map<string, number> {
  const lines = new LineCounter();
  const found = new Map<string, number>();
  const see = (node: ParsedNode | null, prefix: string) => {
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const name = `${prefix}${String(key.value)}`;
      found.set(name, lines.linePos(key.range[0]).line);
      see(value, `${name}.`);
    }
  };
  see(parseDocument(text, { lineCounter: lines }).contents, '');
  return found;
}
