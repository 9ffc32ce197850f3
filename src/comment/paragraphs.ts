/** A title and its list; empty where the list is. */
export function section(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : [`**${title}**`, ...lines.map((line) => `- ${line}`)].join('\n');
}

export function paragraphs(parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
